// What Program.cs measures, with Yjs: node peer.mjs TRACE [TURNS]. Found beside the tests, which bring it.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { createRequire } from 'node:module'
const Y = createRequire(new URL('../../tests/Leaderful.Yjs.Tests/Node/package.json', import.meta.url))('yjs')

const [file, turns = 7] = process.argv.slice(2)
const edits = JSON.parse(gunzipSync(readFileSync(file))).txns.flatMap(t => t.patches)

const write = done => {
  const doc = new Y.Doc()
  doc.clientID = 1
  // Whoever writes on a server or in a browser sends what came of it.
  doc.on('update', done)
  const text = doc.getText('text')
  for (const [at, deleted, inserted] of edits) {
    doc.transact(() => {
      if (deleted > 0) text.delete(at, deleted)
      if (inserted.length > 0) text.insert(at, inserted)
    })
  }
  return doc
}

const apply = updates => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

const madeUp = count => {
  const doc = new Y.Doc()
  doc.clientID = 2
  const made = []
  doc.on('update', u => made.push(u))
  const text = doc.getText('text')
  for (let i = 0; i < count; i++) text.insert(i % 50 === 0 ? Math.floor(i / 2) : text.length, 'x')
  return made
}

const measure = (part, work, times = Number(turns), warm = 2000) => {
  for (const began = performance.now(); performance.now() - began < warm;) work()
  const took = []
  let size
  for (let turn = 0; turn < times; turn++) {
    const begun = performance.now()
    size = work()
    took.push(performance.now() - begun)
  }
  took.sort((a, b) => a - b)
  console.log(`${part} ${took[Math.floor(took.length / 2)].toFixed(3)} ${size}`)
}

const updates = []
const written = write(u => updates.push(u))
const log = [...updates, ...madeUp(30000 - updates.length)]
measure('write', () => write(() => {}).getText('text').length)
measure('apply', () => apply(updates).getText('text').length)
let merged
// It takes most of a minute, so it is measured once.
measure('merge', () => (merged = Y.mergeUpdates(log)).length, 1, 0)
measure('encode', () => Y.encodeStateAsUpdate(written).length)
measure('load', () => apply([merged]).getText('text').length)
measure('diff', () => Y.diffUpdate(merged, new Uint8Array([0])).length)
measure('inspect', () => log.reduce((sum, u) => sum + Y.decodeUpdate(u).structs.length, 0))
