// A house for live pages: the markup as the Razor parts give it, under the true headers; a socket that keeps each page's
// document, says what it has kept, and can be cut off, held back, taken away or made to read only.
import { readFile } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { build } from "esbuild";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocketServer } from "ws";
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { pages as pagesBuild, script as appBuild, styles as stylesBuild, worker } from "../../esbuild.mjs";

const root = path.join(import.meta.dirname, "../..");
const read = name => readFile(path.join(root, name), "utf8");
const made = async options => (await build({ ...options, write: false, logLevel: "error" })).outputFiles[0].text;
const words = JSON.parse(await read("Words/en/pages.json")), offline = JSON.parse(await read("Words/en/offline.json"));
const policy = (await read("Shared/Web/Headers.cs")).match(/private static string Policy[\s\S]*?;\n {4}}|private static string Policy[\s\S]*?ProseMirrorClipboard";/)[0]
  .match(/"[^"]*"/g).map(part => part.slice(1, -1)).join("");
const toolsSource = await read("Pages/PageTools.razor"), editorSource = await read("Pages/PageEditor.razor");
const groups = [...toolsSource.matchAll(/\(\[((?:new\("[^)]*\)(?:, )?)+)\], (null|"\w+")\)/g)].map(([, tools, when]) => ({
  when: when === "null" ? "" : ` data-when=${when} hidden`,
  tools: [...tools.matchAll(/new\("([\w-]+)", "([\w-]+)"/g)].map(([, name, icon]) => ({ name, icon })),
}));

const attribute = text => String(text).replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
const said = [...editorSource.match(/Sayings = new\(\s*\[([\s\S]*?)\]/)[1].matchAll(/"([\w-]+)"/g)].map(([, name]) => name);

/** The part Pages/PageEditor.razor, drawn here. */
function editor(id, one) {
  const sayings = [...said.map(name => [name, words.say[name]]), ["waits", JSON.stringify(offline.waits)]];
  const given = { page: id, "page-script": "/pages.js?v=0a1b2c", "page-socket": "/live/pages", "page-person": one.person, "page-name": one.name, "page-colour": one.colour,
    "page-names": "/c/millbrook/names", "page-files": one.files, "page-things": "/things/", "page-writers": one.writers };
  const tools = groups.map(({ tools, when }) => `<div class="page-tools-group"${when}>${tools.map(({ name, icon }) =>
    `<button type="button" data-do="${name}" aria-label="${words.tools[name]}" title="${words.tools[name]}"><svg class="icon" aria-hidden="true"><use href="/icons.svg#i-${icon}"></use></svg></button>`).join("")}</div>`).join("");
  return `<div class="live-page" data-island ${one.isReader ? "" : "data-page-writable "}${Object.entries(given).filter(([, value]) => value !== undefined).map(([name, value]) => `data-${name}="${attribute(value)}"`).join(" ")} ${sayings.map(([name, text]) => `data-say-${name}="${attribute(text)}"`).join(" ")}>
    <div class="page-now"><p class="page-state" data-page-state></p><ul class="page-people" data-page-people aria-label="${words.people}" hidden></ul>
      <button type="button" class="quiet-act" data-page-show-writers aria-pressed="false" hidden>${words.writers}</button></div>
    <p class="vh" role="status" data-page-said></p>
    ${one.isReader ? "" : `<div class="page-tools" role="toolbar" aria-label="${words.tools.label}" data-page-tools hidden><div class="page-tools-row">${tools}</div></div>
    <div class="field page-line" role="group" aria-label="${words.link.label}" data-page-link hidden><label for="page-href">${words.link.address}</label><input id="page-href" type="text" inputmode="url" dir="ltr" aria-describedby="page-href-wrong"><p class="wrong" role="alert" id="page-href-wrong" hidden>${words.link.wrong}</p>
      <div class="acts"><button type="button" class="act" data-line="keep">${words.link.keep}</button><button type="button" data-line="follow" hidden>Open it</button><button type="button" class="act plain" data-line="remove" hidden>${words.link.remove}</button><button type="button" class="act plain" data-line="close">${words.close}</button></div></div>
    <div class="field page-line" role="group" aria-label="${words.describe.label}" data-page-describe hidden><label for="page-alt">${words.describe.words}</label><input id="page-alt" type="text" dir="auto">
      <div class="acts"><button type="button" class="act" data-line="keep">${words.describe.keep}</button><button type="button" class="act plain" data-line="close">${words.close}</button></div></div>
    <input type="file" accept="image/*" data-page-picture aria-label="${words.tools.picture}" tabindex="-1" hidden>`}
    <p class="wrong" role="alert" data-page-problem></p>
    <div class="notice stop" data-page-unsent hidden><svg class="icon" aria-hidden="true"><use href="/icons.svg#i-stop"></use></svg><div><b>${words.unsent}</b><pre dir="auto" tabindex="0" aria-label="${words.unsent}"></pre><button type="button" class="act" data-copy data-copied="${words.copied}">${words.copy}</button></div></div>
    <div class="page-body" data-page-body><div class="read page-text"><p>What the server drew.</p></div></div>
    <ul class="page-authors" data-page-authors aria-label="${words.authors}" hidden></ul>
  </div>`;
}

const dye = `style="--dye: oklch(0.55 0.1 165)"`;
const head = (title, nonce) => `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><title>${title}</title><link rel="icon" href="/mark.svg"><link rel="stylesheet" href="/app.css?v=0a1b2c"><script type="module" src="/app.js?v=0a1b2c" nonce="${nonce}"></script>`;
const frame = (title, body, nonce) => `<!doctype html><html lang="en" dir="ltr" ${dye}><head>${head(title, nonce)}</head><body class="framed">
  <header class="mast"><a class="mast-name" href="/">Millbrook Care Network</a></header>
  <nav class="contents" id="places" popover aria-label="Places"><ol><li><a href="/c/millbrook">Today</a></li><li><a href="/c/millbrook/circles" aria-current="page">Circles</a></li></ol></nav>
  <main class="page" id="main" tabindex="-1"><div class="opening"><p class="over"><a href="/c/millbrook/circles">Night Porch</a></p><h1>${title}</h1></div><section class="part"><div class="side"><h2>Notes</h2></div><div class="matter">${body}</div></section></main>
  <nav class="bar" aria-label="Nearest"><ul><li><a href="/c/millbrook">Today</a></li><li><a href="/c/millbrook/conversations">Conversations</a></li><li><a href="/c/millbrook/circles" aria-current="page">Circles</a></li><li><a href="/c/millbrook/places">All places</a></li></ul></nav>
  <p class="vh" id="announcer" aria-live="polite"></p></body></html>`;

export async function house() {
  const files = new Map([
    ["/app.js", [await made(appBuild), "text/javascript"]], ["/pages.js", [await made(pagesBuild), "text/javascript"]], ["/sw.js", [await made(worker("test")), "text/javascript"]],
    ["/app.css", [await made(stylesBuild), "text/css"]], ["/icons.svg", [await read("wwwroot/icons.svg"), "image/svg+xml"]], ["/mark.svg", [await read("wwwroot/mark.svg"), "image/svg+xml"]],
  ]);
  const parts = await made({ ...appBuild, entryPoints: ["Islands/tests/pages-entry.ts"], format: "iife", globalName: "parts" });
  const state = { rooms: new Map(), people: new Map(), asked: [], uploads: [], hasPolicy: true, isDeaf: false, upload: { status: 200, body: { src: "/files/1?view", alt: "The garden room" } }, names: [] };
  const sockets = new Set();

  const room = id => {
    let found = state.rooms.get(id);
    if (!found) {
      const doc = new Y.Doc(), awareness = new Awareness(doc);
      awareness.setLocalState(null);
      state.rooms.set(id, found = { doc, awareness, connections: new Set(), updates: 0, isHeld: false, isCut: false });
    }
    return found;
  };

  async function answer(request, response) {
    const url = new URL(request.url, "http://localhost"), chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    state.asked.push(`${request.method} ${url.pathname}`);
    const send = (body, type, status = 200, more = {}) => response.writeHead(status, { "content-type": type, "cache-control": "no-store", ...more }).end(body);
    const file = files.get(url.pathname);
    if (file) { send(file[0], file[1]); return; }
    if (url.pathname.startsWith("/fonts/")) { send(await readFile(path.join(root, "wwwroot", url.pathname)), "font/woff2"); return; }
    if (url.pathname === "/c/millbrook/names") { send(JSON.stringify(state.names.filter(one => one.name.toLowerCase().includes(url.searchParams.get("q").toLowerCase()))), "application/json"); return; }
    if (url.pathname === "/files") { state.uploads.push(Buffer.concat(chunks)); send(JSON.stringify(state.upload.body), "application/json", state.upload.status); return; }
    if (url.pathname.startsWith("/files/")) { send(`<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120"><rect width="320" height="120" fill="#888"/></svg>`, "image/svg+xml"); return; }
    if (url.pathname === "/parts.js") { send(parts, "text/javascript"); return; }
    const nonce = Math.random().toString(16).slice(2), safe = state.hasPolicy ? { "content-security-policy": policy.replaceAll("{nonce}", nonce) } : {};
    const page = body => send(body, "text/html; charset=utf-8", 200, safe);
    const [, kind, id] = url.pathname.split("/");
    if (kind === "p") page(frame(`Notes ${id}`, editor(id, state.people.get(/who=(\w+)/.exec(request.headers.cookie ?? "")?.[1] ?? "ruth")), nonce));
    else if (kind === "me") page(frame("Me", `<form method="post" action="/sign-out" data-unsent="${attribute(JSON.stringify(offline.unsent))}"><div data-unsent-said role="alert" hidden></div><div class="acts"><button class="act">Sign out</button></div></form>`, nonce));
    else if (kind === "offline") page(`<!doctype html><html lang="en" ${dye}><head>${head(offline.title, nonce)}</head><body class="door"><main id="main"><h1>${offline.title}</h1><p class="lead">${offline.text}</p><div class="flow"><p data-kept-some hidden>${offline.kept}</p><ul class="kept-pages" data-kept-pages hidden></ul></div><p><a class="act" href="">${offline.again}</a></p></main></body></html>`);
    else if (kind === "sign-out") response.writeHead(303, { location: "/sign-in" }).end();
    else if (kind === "bare") page(`<!doctype html><html lang="en"><title>t</title><script src="/parts.js" nonce="${nonce}"></script>`);
    else page(frame("Elsewhere", "<p>Private words.</p>", nonce));
  }

  const server = http.createServer((request, response) => { answer(request, response).catch(error => { response.writeHead(500).end(String(error)); }); });
  server.on("connection", socket => { sockets.add(socket); socket.on("close", () => sockets.delete(socket)); });

  // ---- the socket ---------------------------------------------------------------

  const socketServer = new WebSocketServer({ noServer: true });
  const message = fill => { const encoder = encoding.createEncoder(); fill(encoder); return encoding.toUint8Array(encoder); };
  const sync = (kind, body) => message(encoder => { encoding.writeVarUint(encoder, 0); encoding.writeVarUint(encoder, kind); encoding.writeVarUint8Array(encoder, body); });
  const kept = n => message(encoder => { encoding.writeVarUint(encoder, 9); encoding.writeVarUint(encoder, n); });
  const denied = reason => message(encoder => { encoding.writeVarUint(encoder, 2); encoding.writeVarUint(encoder, 0); encoding.writeVarString(encoder, reason); });
  const here = awareness => message(encoder => { encoding.writeVarUint(encoder, 1); encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [...awareness.getStates().keys()])); });

  server.on("upgrade", (request, socket, first) => {
    const url = new URL(request.url, "http://localhost"), place = room(url.pathname.split("/").at(-1)), who = state.people.get(/who=(\w+)/.exec(request.headers.cookie ?? "")?.[1] ?? "ruth");
    if (place.isCut || url.searchParams.get("acks") !== "1") { socket.destroy(); return; }
    socketServer.handleUpgrade(request, socket, first, connection => { welcome(place, who, connection); });
  });

  function welcome(place, who, connection) {
    connection.sent = 0;
    connection.who = who;
    connection.binaryType = "arraybuffer";
    place.connections.add(connection);
    connection.on("close", () => place.connections.delete(connection));
    connection.send(sync(0, Y.encodeStateVector(place.doc)));
    if (place.awareness.getStates().size) connection.send(here(place.awareness));
    connection.on("message", data => {
      if (state.isDeaf) return;
      const decoder = decoding.createDecoder(new Uint8Array(data));
      switch (decoding.readVarUint(decoder)) {
        case 0: {
          const kind = decoding.readVarUint(decoder), body = decoding.readVarUint8Array(decoder);
          if (kind === 0) { connection.send(sync(1, Y.encodeStateAsUpdate(place.doc, body))); return; }
          if (who.isReader || who.isRefused) { connection.send(denied("read only")); return; }
          connection.sent++;
          place.updates++;
          Y.applyUpdate(place.doc, body);
          for (const one of place.connections) one.send(sync(2, body));
          if (!place.isHeld) connection.send(kept(connection.sent));
          break;
        }
        case 1: {
          const body = decoding.readVarUint8Array(decoder);
          applyAwarenessUpdate(place.awareness, body, connection);
          const again = message(encoder => { encoding.writeVarUint(encoder, 1); encoding.writeVarUint8Array(encoder, body); });
          for (const one of place.connections) one.send(again);
          break;
        }
        case 3: connection.send(here(place.awareness)); break;
      }
    });
  }

  let port = 0;
  const up = () => new Promise(done => server.listen(port, "127.0.0.1", () => { ({ port } = server.address()); done(); }));
  await up();
  return {
    state, room, up,
    get home() { return `http://localhost:${port}`; },
    text: id => room(id).doc.getXmlFragment("default").toString(),
    /** The network to this house is gone; it is there again with up(). */
    down: () => new Promise(done => { server.close(() => done()); for (const socket of sockets) socket.destroy(); }),
    cut: id => { room(id).isCut = true; for (const one of room(id).connections) one.terminate(); },
    mend: id => { room(id).isCut = false; },
    restart: id => { for (const one of room(id).connections) one.close(1012); },
    hold: id => { room(id).isHeld = true; },
    release: id => { room(id).isHeld = false; for (const one of room(id).connections) one.send(kept(one.sent)); },
    revoke: (id, code = 4403) => { for (const one of room(id).connections) { one.send(denied("left")); one.close(code); } },
    refuse: (id, person) => { for (const one of room(id).connections) if (one.who.person === person) { one.who.isRefused = true; one.send(denied("read only")); } },
    close: () => new Promise(done => { for (const place of state.rooms.values()) { for (const one of place.connections) one.terminate(); place.awareness.destroy(); } server.close(() => done()); for (const socket of sockets) socket.destroy(); }),
  };
}
