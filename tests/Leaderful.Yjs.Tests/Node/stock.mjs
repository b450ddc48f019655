// Two people with the client that comes with y-websocket, as it is: each writes, and each reads the other.
//   node stock.mjs wss://…/live/pages ID COOKIE COOKIE    prints what each has in the end, or why somebody was let go
import * as Y from "yjs";
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";

const [, , server, page, ...cookies] = process.argv;
const patience = 20_000;

function join(cookie, name) {
  class Signed extends WebSocket {
    constructor(url) { super(url, { headers: { cookie } }); }
  }
  const doc = new Y.Doc(), provider = new WebsocketProvider(server, page, doc, { WebSocketPolyfill: Signed, disableBc: true });
  const one = { doc, provider, name, ended: 0 };
  provider.awareness.setLocalStateField("user", { name });
  provider.on("connection-close", event => { one.ended = event?.code ?? 0; });
  return one;
}

const text = one => one.doc.getXmlFragment("default").toArray().map(block => block.toArray().map(words => words.toString()).join("")).sort();

async function until(isSo) {
  for (const begun = Date.now(); Date.now() - begun < patience;) {
    if (isSo()) return;
    await new Promise(done => { setTimeout(done, 20); });
  }
}

const people = cookies.map((cookie, n) => join(cookie, `client ${n}`));
await until(() => people.every(one => one.provider.synced || one.ended > 1000));
for (const one of people.filter(one => one.provider.synced)) {
  const line = new Y.XmlElement("paragraph");
  line.insert(0, [new Y.XmlText(`from ${one.name}`)]);
  one.doc.getXmlFragment("default").push([line]);
}
const here = people.filter(one => one.provider.synced);
await until(() => here.every(one => text(one).length === here.length && one.provider.awareness.getStates().size >= here.length));
console.log(JSON.stringify(people.map(one => ({ text: text(one), here: one.provider.awareness.getStates().size, synced: one.provider.synced, ended: one.ended }))));
process.exit(0);
