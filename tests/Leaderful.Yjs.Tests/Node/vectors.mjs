// Records what Yjs writes, for tests that need no Node: node vectors.mjs, once per version of Yjs.
import { writeFileSync } from 'node:fs'
import * as Y from 'yjs'
import { dump } from './dump.mjs'
import { simulate } from './random.mjs'

const out = bytes => Buffer.from(bytes).toString('base64')

// A scenario is what people do one after the other; with `together` they hear of each other only in the end.
const scenarios = {
  'a word': [d => d.getText('text').insert(0, 'hello')],
  'letter by letter': [d => [...'hello world'].forEach((c, i) => d.getText('text').insert(i, c))],
  'backwards': [d => [...'dlrow'].forEach(c => d.getText('text').insert(0, c))],
  'text deleted': [d => d.getText('text').insert(0, 'hello world'), d => d.getText('text').delete(2, 5)],
  'all deleted': [d => d.getText('text').insert(0, 'hello'), d => d.getText('text').delete(0, 5)],
  'bold within': [d => d.getText('text').insert(0, 'hello world'), d => d.getText('text').format(3, 4, { bold: true })],
  'formats overlap': [d => d.getText('text').insert(0, 'abcdefgh'), d => d.getText('text').format(0, 5, { bold: true }), d => d.getText('text').format(3, 5, { italic: {} }), d => d.getText('text').format(2, 2, { bold: null })],
  'a link': [d => d.getText('text').insert(0, 'see here', { link: { href: 'https://a.example/?q=ü', title: null } })],
  'an embed': [d => d.getText('text').insertEmbed(0, { image: 'a.png', size: [1, 2.5] }), d => d.getText('text').insert(1, 'after')],
  'a type in a text': [d => d.getText('text').insert(0, 'ab'), d => d.getText('text').insertEmbed(1, new Y.XmlElement('mention'))],
  'emoji': [d => d.getText('text').insert(0, 'a😀b👩‍👩‍👧c')],
  'a pair cut in two': [d => d.getText('text').insert(0, 'a😀b'), d => d.getText('text').insert(2, 'X')],
  'half a pair': [d => d.getText('text').insert(0, 'a\uD83D'), d => d.getText('text').insert(2, '\uDE00b')],
  'half a pair in a value': [d => d.getArray('array').insert(0, ['\uD83D', { k: '\uDE00' }])],
  'values': [d => d.getArray('array').insert(0, [1, -1, 0, -0, 63, 64, -64, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53, 1.5, 0.1, 1e300, 5e-324, NaN, Infinity, '', 'ü', true, false, null, [], {}, [[1]], { a: { b: 1 } }])],
  'bytes': [d => d.getArray('array').insert(0, [new Uint8Array([0, 1, 255]), new Uint8Array(0)]), d => d.getMap('map').set('b', new Uint8Array([7]))],
  'big numbers': [d => d.getMap('map').set('big', 2n ** 62n), d => d.getMap('map').set('small', -1n)],
  'undefined': [d => d.getArray('array').insert(0, [{ a: undefined }]), d => d.getMap('map').set('u', undefined)],
  'array in and out': [d => d.getArray('array').insert(0, [1, 2, 3, 4, 5]), d => d.getArray('array').delete(1, 3), d => d.getArray('array').insert(1, ['x', 'y'])],
  'a key set again': [d => d.getMap('map').set('k', 1), d => d.getMap('map').set('k', 2), d => d.getMap('map').set('k', 3)],
  'a key removed': [d => d.getMap('map').set('k', 1), d => d.getMap('map').delete('k'), d => d.getMap('map').set('j', 1)],
  'a key back again': [d => d.getMap('map').set('k', 1), d => d.getMap('map').delete('k'), d => d.getMap('map').set('k', 2)],
  'types in types': [d => { const m = new Y.Map(); d.getArray('array').insert(0, [m]); m.set('list', new Y.Array()); m.get('list').push([1, new Y.Text('deep')]) }],
  'a type deleted': [d => { const m = new Y.Map(); d.getMap('map').set('m', m); m.set('x', new Y.Text('gone')) }, d => d.getMap('map').delete('m')],
  'a subdocument': [d => d.getMap('map').set('page', new Y.Doc({ guid: 'page-1', autoLoad: true, meta: { title: 'x' } })), d => d.getArray('array').insert(0, [new Y.Doc({ guid: 'page-2', gc: false })])],
  'a page': [d => {
    const h = new Y.XmlElement('heading'); h.setAttribute('level', 2); h.insert(0, [new Y.XmlText('Title')])
    const p = new Y.XmlElement('paragraph'); const t = new Y.XmlText('Some bold words'); p.insert(0, [t])
    d.getXmlFragment('xml').insert(0, [h, p]); t.format(5, 4, { bold: {} })
  }, d => d.getXmlFragment('xml').get(1).insert(1, [new Y.XmlElement('hardBreak'), new Y.XmlText('next')])],
  'attributes': [d => { const e = new Y.XmlElement('image'); d.getXmlFragment('xml').insert(0, [e]); e.setAttribute('src', 'a.png'); e.setAttribute('src', 'b.png'); e.setAttribute('alt', 'x'); e.removeAttribute('alt') }],
  'a hook': [d => { const h = new Y.XmlHook('chart'); d.getXmlFragment('xml').insert(0, [h]); h.set('kind', 'bar') }],
  'old values': [null],
  'nothing': []
}

const together = {
  'two at one place': [d => d.getText('text').insert(0, 'aaa'), d => d.getText('text').insert(0, 'bbb'), d => d.getText('text').insert(0, 'ccc')],
  'letters at one place': [d => [...'aaa'].forEach(c => d.getText('text').insert(0, c)), d => [...'bbb'].forEach((c, i) => d.getText('text').insert(i, c))],
  'one key': [d => d.getMap('map').set('k', 'a'), d => d.getMap('map').set('k', 'b'), d => d.getMap('map').set('k', 'c')],
  'one list': [d => d.getArray('array').push([1, 2]), d => d.getArray('array').push([3]), d => d.getArray('array').insert(0, [4])],
  'formats': [d => d.getText('text').insert(0, 'abc', { bold: true }), d => d.getText('text').insert(0, 'def', { italic: true })]
}

// Half a pair of surrogates is whole only where it was typed: what others see of it is what counts.
const heard = updates => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

const told = updates => {
  const doc = heard(updates)
  return {
    updates: updates.map(out),
    updatesV2: updates.map(u => out(Y.convertUpdateFormatV1ToV2(u))),
    state: out(Y.encodeStateAsUpdate(doc)),
    stateV2: out(Y.encodeStateAsUpdateV2(doc)),
    vector: out(Y.encodeStateVector(doc)),
    merged: out(Y.mergeUpdates(updates)),
    dump: JSON.stringify(dump(doc))
  }
}

const oneAfterAnother = steps => {
  const updates = []
  const doc = new Y.Doc()
  doc.clientID = 7
  doc.on('update', u => updates.push(u))
  for (const step of steps) doc.transact(() => step(doc))
  return told(updates)
}

const base = (() => { const d = new Y.Doc(); d.clientID = 1; d.getText('text').insert(0, 'base'); return Y.encodeStateAsUpdate(d) })()

const atOnce = steps => {
  const updates = [base]
  steps.forEach((step, i) => {
    const doc = new Y.Doc()
    doc.clientID = 10 + i
    Y.applyUpdate(doc, base)
    doc.on('update', u => updates.push(u))
    step(doc)
  })
  return told(updates)
}

// What clients of many years ago wrote: values as JSON (content 2).
const old = () => {
  const update = new Uint8Array([1, 1, 5, 0, 2, 1, 5, 97, 114, 114, 97, 121, 3, 1, 49, 9, 117, 110, 100, 101, 102, 105, 110, 101, 100, 7, 123, 34, 97, 34, 58, 50, 125, 0])
  return told([update])
}

const all = []
for (const [name, steps] of Object.entries(scenarios)) all.push({ name, ...(steps[0] === null ? old() : oneAfterAnother(steps)) })
for (const [name, steps] of Object.entries(together)) all.push({ name: 'at once: ' + name, ...atOnce(steps) })
for (let seed = 1; seed <= 12; seed++) {
  all.push({ name: 'random ' + seed, ...told(simulate(seed, 1 + seed % 4, 25).updates) })
}
writeFileSync(new URL('../Vectors/vectors.json', import.meta.url), '[\n' + all.map(v => JSON.stringify(v)).join(',\n') + '\n]\n')
console.log(`${all.length} vectors`)
process.exit(0)
