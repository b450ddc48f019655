// What a document holds, as JSON that does not depend on the order of keys or on how equal formats are cut into runs.
import * as Y from 'yjs'

export const roots = { text: 'getText', array: 'getArray', map: 'getMap', xml: 'getXmlFragment' }

export const dump = doc => Object.fromEntries(Object.entries(roots).map(([name, get]) => [name, type(doc[get](name))]))

const sorted = (object, of) => Object.fromEntries(Object.keys(object).sort().map(key => [key, of(object[key])]))

const value = v => {
  if (v === undefined) return { $: 'undefined' }
  if (typeof v === 'bigint') return { $: 'bigint', of: String(v) }
  if (typeof v === 'number') return Number.isFinite(v) ? v + 0 : { $: 'number', of: String(v) }
  if (v === null || typeof v !== 'object') return v
  if (v instanceof Uint8Array) return { $: 'bytes', of: Buffer.from(v).toString('base64') }
  if (v instanceof Y.Doc) return { $: 'doc', of: v.guid }
  if (v instanceof Y.AbstractType) return type(v)
  if (Array.isArray(v)) return v.map(value)
  return { $: 'object', of: Object.keys(v).sort().map(key => [key, value(v[key])]) }
}

const run = op => ({ insert: value(op.insert), formats: sorted(op.attributes ?? {}, value) })

const runs = text => {
  const all = []
  for (const next of text.toDelta().map(run)) {
    const last = all.at(-1)
    if (last && typeof last.insert === 'string' && typeof next.insert === 'string' && JSON.stringify(last.formats) === JSON.stringify(next.formats)) last.insert += next.insert
    else all.push(next)
  }
  return all
}

const type = t => {
  if (t instanceof Y.Text) return { $: t instanceof Y.XmlText ? 'xmltext' : 'text', of: runs(t), attributes: sorted(t.getAttributes(), value) }
  if (t instanceof Y.Array) return { $: 'array', of: t.toArray().map(value) }
  if (t instanceof Y.XmlHook) return { $: 'hook', name: t.hookName, of: sorted(Object.fromEntries(t.entries()), value) }
  if (t instanceof Y.Map) return { $: 'map', of: sorted(Object.fromEntries(t.entries()), value) }
  if (t instanceof Y.XmlElement) return { $: 'element', name: t.nodeName, attributes: sorted(t.getAttributes(), value), of: t.toArray().map(type) }
  return { $: 'fragment', of: t.toArray().map(type) }
}
