// Yjs, asked line by line: each line in is a question as JSON, each line out its answer.
import * as readline from 'node:readline'
import * as Y from 'yjs'
import * as encoding from 'lib0/encoding'
import * as decoding from 'lib0/decoding'
import * as sync from 'y-protocols/sync'
import * as awareness from 'y-protocols/awareness'
import { dump, roots } from './dump.mjs'
import { simulate } from './random.mjs'

const out = bytes => Buffer.from(bytes).toString('base64')
const bytes = text => new Uint8Array(Buffer.from(text, 'base64'))

const read = (updates, v2) => {
  const doc = new Y.Doc()
  for (const update of updates) (v2 ? Y.applyUpdateV2 : Y.applyUpdate)(doc, bytes(update))
  return doc
}

const told = doc => ({
  dump: JSON.stringify(dump(doc)),
  state: out(Y.encodeStateAsUpdate(doc)),
  stateV2: out(Y.encodeStateAsUpdateV2(doc)),
  vector: out(Y.encodeStateVector(doc)),
  pending: doc.store.pendingStructs !== null || doc.store.pendingDs !== null
})

const answers = {
  read: q => told(read(q.updates, q.v2)),
  simulate: q => {
    const { updates, docs } = simulate(q.seed, q.people, q.steps)
    const dumps = new Set(docs.map(doc => JSON.stringify(dump(doc))))
    if (dumps.size !== 1) throw new Error('Yjs does not agree with itself')
    return { updates: updates.map(out), ...told(docs[0]) }
  },
  merge: q => ({ update: out(Y.mergeUpdates(q.updates.map(bytes))) }),
  diff: q => ({ update: out(Y.diffUpdate(bytes(q.update), bytes(q.vector))) }),
  vector: q => ({ vector: out(Y.encodeStateVectorFromUpdate(bytes(q.update))) }),
  convert: q => ({ update: out((q.v2 ? Y.convertUpdateFormatV2ToV1 : Y.convertUpdateFormatV1ToV2)(bytes(q.update))) }),
  position: q => {
    const doc = read(q.updates)
    const position = Y.createRelativePositionFromTypeIndex(doc[roots[q.root]](q.root), q.index, q.assoc)
    return { position: out(Y.encodeRelativePosition(position)), json: JSON.stringify(position) }
  },
  resolve: q => ({ index: Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(bytes(q.position)), read(q.updates))?.index ?? null }),
  syncStep1: q => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    sync.writeSyncStep1(encoder, read(q.updates))
    return { frame: out(encoding.toUint8Array(encoder)) }
  },
  syncRead: q => {
    const doc = read(q.updates)
    const decoder = decoding.createDecoder(bytes(q.frame))
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, decoding.readVarUint(decoder))
    const kind = sync.readSyncMessage(decoder, encoder, doc, null)
    return { kind, answer: out(encoding.toUint8Array(encoder)), ...told(doc) }
  },
  awareness: q => {
    const doc = new Y.Doc()
    doc.clientID = q.client
    const here = new awareness.Awareness(doc)
    for (const update of q.updates) awareness.applyAwarenessUpdate(here, bytes(update), null)
    if (q.state !== undefined) here.setLocalState(q.state)
    const states = Object.fromEntries([...here.getStates()].map(([client, state]) => [client, state]))
    const update = out(awareness.encodeAwarenessUpdate(here, [...here.meta.keys()]))
    clearInterval(here._checkInterval)
    return { states, update }
  }
}

console.warn = console.error = () => {}
for await (const line of readline.createInterface({ input: process.stdin })) {
  let answer
  try {
    const question = JSON.parse(line)
    answer = answers[question.ask](question)
  } catch (failure) {
    answer = { failure: String(failure) }
  }
  process.stdout.write(JSON.stringify(answer) + '\n')
}
