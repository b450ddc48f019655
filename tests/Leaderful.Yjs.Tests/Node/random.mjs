// Several people write one document at once, hear of each other late, and undo: the same seed gives the same updates.
import * as Y from 'yjs'

// Mulberry32.
export const chance = seed => () => {
  seed = (seed + 0x6D2B79F5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

const words = ['a', 'bc', 'hello ', 'é', '日本', '😀', '👩‍👩‍👧', '\n', '"\\', '\u0000', 'x'.repeat(40)]
const formats = [{ bold: true }, { bold: null }, { italic: {} }, { italic: null }, { link: { href: 'https://a.example' } }, { link: null }, { 'comment--AAAAAAAA': { id: 1 } }]
const values = [1, -1, 0, 1.5, 2 ** 31, -(2 ** 40), 1e21, 1e-7, 'text', '', true, false, null, [1, [2, 'x']], { a: 1, b: { c: [null] } }, {}, []]

export const simulate = (seed, people, steps) => {
  const next = chance(seed)
  const any = list => list[Math.floor(next() * list.length)]
  const below = n => Math.floor(next() * n)
  const updates = []
  const crowd = Array.from({ length: people }, (_, i) => join(i))

  function join (i) {
    const doc = new Y.Doc()
    doc.clientID = 1 + i * 1000 + below(900)
    const person = { doc, inbox: [], undo: null }
    doc.on('update', (update, origin) => {
      if (origin === 'heard') return
      updates.push(Buffer.from(update))
      for (const other of crowd) if (other !== person) other.inbox.push(update)
    })
    person.undo = new Y.UndoManager(['text', 'array', 'map', 'xml'].map(n => n === 'text' ? doc.getText(n) : n === 'array' ? doc.getArray(n) : n === 'map' ? doc.getMap(n) : doc.getXmlFragment(n)), { captureTimeout: 0 })
    return person
  }

  const hear = (person, all) => {
    while (person.inbox.length > 0 && (all || next() < 0.7)) {
      const i = all || next() < 0.8 ? 0 : below(person.inbox.length)
      Y.applyUpdate(person.doc, person.inbox.splice(i, 1)[0], 'heard')
    }
  }

  const writeText = text => {
    // Yjs does not agree with itself on a pair of surrogates that one person's edit cuts and another's does not.
    const units = text.toDelta().map(op => typeof op.insert === 'string' ? op.insert : ' ').join('')
    const whole = i => i > 0 && /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(units.slice(i - 1, i + 1)) ? i + 1 : i
    const at = whole(below(text.length + 1))
    const length = whole(Math.min(text.length, at + 1 + below(6))) - at
    switch (below(8)) {
      case 0: return length > 0 && text.delete(at, length)
      case 1: return length > 0 && text.format(at, length, any(formats))
      case 2: return text.insert(at, any(words), any(formats))
      case 3: return text.insertEmbed(at, any([{ image: 'a.png' }, { n: [1, 'ü'] }]), next() < 0.5 ? { bold: true } : undefined)
      default: return text.insert(at, any(words))
    }
  }

  const make = () => any([() => new Y.Map(), () => new Y.Array(), () => new Y.Text(any(words)), () => new Y.XmlElement('p'), () => new Y.Doc({ guid: 'sub-' + below(9) })])()

  const writeArray = array => {
    const at = below(array.length + 1)
    if (array.length > 0 && next() < 0.3) array.delete(Math.min(at, array.length - 1), 1)
    else if (next() < 0.3) array.insert(at, [make()])
    else array.insert(at, next() < 0.2 ? [new Uint8Array([1, 2, below(256)])] : [any(values), any(values)].slice(0, 1 + below(2)))
    const inner = array.toArray().filter(v => v instanceof Y.AbstractType)
    if (inner.length > 0 && next() < 0.5) write(any(inner))
  }

  const writeMap = map => {
    const key = any(['a', 'b', 'c', 'ключ'])
    const v = map.get(key)
    if (v instanceof Y.AbstractType && next() < 0.6) write(v)
    else if (next() < 0.2) map.delete(key)
    else map.set(key, next() < 0.3 ? make() : next() < 0.1 ? 12n : any(values))
  }

  const writeXml = xml => {
    const at = below(xml.length + 1)
    if (xml instanceof Y.XmlElement && next() < 0.3) xml.setAttribute(any(['level', 'href']), any(['1', 2, null, 'x']))
    else if (xml instanceof Y.XmlElement && next() < 0.1) xml.removeAttribute('level')
    else if (xml.length > 0 && next() < 0.2) xml.delete(Math.min(at, xml.length - 1), 1)
    else if (xml.length > 0 && next() < 0.6) write(xml.get(below(xml.length)))
    else xml.insert(at, [any([() => new Y.XmlElement(any(['paragraph', 'heading', 'Image'])), () => new Y.XmlText(any(words)), () => new Y.XmlHook('hook')])()])
  }

  const write = type => {
    if (type instanceof Y.Text) writeText(type)
    else if (type instanceof Y.Array) writeArray(type)
    else if (type instanceof Y.Map) writeMap(type)
    else writeXml(type)
  }

  for (let step = 0; step < steps; step++) {
    const person = any(crowd)
    hear(person, false)
    if (next() < 0.06) person.undo.undo()
    else if (next() < 0.04) person.undo.redo()
    else {
      person.doc.transact(() => {
        for (let edits = 1 + below(3); edits > 0; edits--) write(any([person.doc.getText('text'), person.doc.getText('text'), person.doc.getArray('array'), person.doc.getMap('map'), person.doc.getXmlFragment('xml'), person.doc.getXmlFragment('xml')]))
      })
    }
  }
  // Whoever hears may tidy up formats, which the others hear of.
  while (crowd.some(person => person.inbox.length > 0)) for (const person of crowd) hear(person, true)
  return { updates, docs: crowd.map(person => person.doc) }
}
