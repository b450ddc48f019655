// Live pages in a real Chromium: people who write together, lose the network, close the browser and come back. `npm test` runs
// this with the other islands; `node Islands/tests/pages.mjs WORDS` only the tests whose names match.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import * as Y from "yjs";
import { house } from "./pages-server.mjs";

const launch = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
};
const axe = await readFile(path.join(import.meta.dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");
const ruth = { person: "p-ruth", name: "Ruth Abara", colour: 3, files: "/files" }, samir = { person: "p-samir", name: "Samir Haddad", colour: 1, files: "/files" };
const vera = { person: "p-vera", name: "Vera Lind", colour: 4, isReader: true };

/** Where the corpora lie, beside any folder above or under LEADERFUL_SHARED. */
function corpus(name) {
  for (let at = import.meta.dirname; ; at = path.dirname(at)) {
    const found = path.join(process.env.LEADERFUL_SHARED ?? path.join(at, "shared"), "corpora", name);
    if (existsSync(found)) return found;
    if (at === path.dirname(at)) return undefined;
  }
}

const until = async (what, condition, limit = 8000) => {
  let last;
  for (const end = Date.now() + limit; Date.now() < end; await new Promise(done => setTimeout(done, 20)))
    if (last = await condition()) return last;
  assert.fail(`waited for ${what}`);
};

export async function run(browser, only = "") {
  const home = await house();
  const { state } = home;
  let passed = 0, failed = 0, count = 0;

  async function test(name, body, expected = /^$/) {
    if (!new RegExp(only).test(name)) return;
    const id = `n${++count}`, contexts = [], errors = [];
    Object.assign(state, { hasPolicy: true, isDeaf: false, upload: { status: 200, body: { src: "/files/1?view", alt: "The garden room" } }, names: [{ name: "Samir Haddad", writes: "@Samir Haddad" }, { name: "Samira Okafor", writes: "[@Samira Okafor](/c/millbrook/people/7f3a)" }] });
    state.people = new Map([["ruth", { ...ruth }], ["samir", { ...samir }], ["vera", { ...vera }]]);
    state.asked.length = state.uploads.length = 0;
    const watch = context => {
      context.on("weberror", error => errors.push(error.error().stack ?? error.error().message));
      context.on("console", message => { if (message.type() === "error" || message.type() === "warning") errors.push(message.text()); });
      return context;
    };
    const person = async (who = "ruth", more = {}) => {
      const context = watch(await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB", ...more }));
      contexts.push(context);
      context.setDefaultTimeout(5000);
      await context.addCookies([{ name: "who", value: who, url: home.home }]);
      return await context.newPage();
    };
    const open = async (who = "ruth", more = {}, at = id) => {
      const tab = await person(who, more);
      await tab.goto(`${home.home}/p/${at}`);
      await tab.waitForSelector(".page-field [contenteditable]");
      return tab;
    };
    try {
      await body({ id, open, person, watch, errors });
      assert.deepEqual(errors.filter(one => !expected.test(one)), [], "the page is quiet");
      passed++;
      console.log(`ok    ${name}`);
    } catch (error) {
      failed++;
      console.log(`FAIL  ${name}\n${[...errors.slice(0, 4), String(error.stack ?? error)].join("\n").replace(/^/gm, "      ")}`);
    } finally {
      for (const context of contexts) await context.close();
      home.mend(id);
    }
  }

  const field = tab => tab.locator(".page-field .page-text");
  /** What is written, without the names at the carets. */
  const text = tab => field(tab).evaluate(one => {
    const copy = one.cloneNode(true);
    for (const caret of copy.querySelectorAll(".page-caret")) caret.remove();
    return [...copy.children].map(block => block.textContent).join("\n");
  });
  const said = tab => tab.textContent("[data-page-state]");
  const saying = (tab, words) => until(`“${words}”`, async () => (await said(tab)) === words).catch(async () => assert.equal(await said(tab), words));
  const write = async (tab, words) => { await field(tab).focus(); await tab.keyboard.type(words); };
  const saved = tab => saying(tab, "Saved");
  const shape = (id, expected) => until("the text", () => home.text(id) === expected).catch(() => assert.equal(home.text(id), expected));
  const paste = (tab, data) => tab.evaluate(data => {
    const carried = new DataTransfer();
    for (const [type, text] of Object.entries(data)) carried.setData(type, text);
    document.querySelector(".page-field .page-text").dispatchEvent(new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }));
  }, data);
  const press = (tab, name) => tab.click(`[data-do="${name}"]`);
  const databases = tab => tab.evaluate(async () => (await indexedDB.databases()).map(one => one.name).filter(name => name.startsWith("leaderful-page:")));
  /** The browser tells the editor of a new selection a moment later than a script can press the next key. */
  const chosen = (tab, words) => until(`“${words}” to be chosen`, () => field(tab).evaluate((one, words) => {
    const { doc, selection: { from, to } } = one.editor.state;
    return doc.textBetween(from, to) === words;
  }, words));
  const noNetwork = /413|ERR_|WebSocket|Failed to load resource|Failed to fetch/;
  const p = words => `<paragraph>${words}</paragraph>`;

  // ---- pure parts -----------------------------------------------------------------

  await test("what is written is counted by pauses, and kept only when the server says so", async ({ person }) => {
    const tab = await person();
    await tab.goto(`${home.home}/bare`);
    const steps = await tab.evaluate(() => {
      const waiting = new parts.Waiting(), seen = [];
      const look = () => seen.push([waiting.count, waiting.isSettled]);
      waiting.typed(false, 0); waiting.typed(false, 400); look();
      waiting.typed(false, 5000); look();
      waiting.caughtUp(true); look();
      waiting.typed(true, 9000); waiting.typed(true, 9100); look();
      waiting.kept(1); look();
      waiting.kept(2); look();
      waiting.cut(); look();
      waiting.caughtUp(true); waiting.kept(1); look();
      waiting.restore(3); look();
      waiting.caughtUp(false); look();
      return seen;
    });
    assert.deepEqual(steps, [[1, false], [2, false], [2, false], [3, false], [1, false], [1, false], [1, false], [0, true], [3, false], [0, true]]);
  });

  await test("a link leads to the web, to mail or into the house, however it is disguised", async ({ person }) => {
    const tab = await person();
    await tab.goto(`${home.home}/bare`);
    const is = (what, address) => tab.evaluate(([what, address]) => parts[what](address), [what, address]);
    for (const fine of ["https://example.org", "HTTP://example.org/a?b#c", "mailto:ruth@example.org", "/c/millbrook", "/files/1?view", "#part", "?q=1"]) assert.equal(await is("isAddress", fine), true, fine);
    for (const foul of ["javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "\u0001javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "https:evil", "file:///etc/passwd", "blob:x", "", null, 7])
      assert.equal(await is("isAddress", foul), false, JSON.stringify(foul));
    assert.equal(await is("isHere", "/files/1"), true);
    for (const far of ["https://example.org/a.png", "//example.org/a.png", "/\\example.org", "data:image/png;base64,x", "/ /x"]) assert.equal(await is("isHere", far), false, far);
    assert.deepEqual(await tab.evaluate(() => ["example.org/page", "ruth@example.org", "not an address", "javascript:alert(1)", "/c/millbrook"].map(parts.meant)),
      ["https://example.org/page", "mailto:ruth@example.org", undefined, undefined, "/c/millbrook"].map(one => one ?? null).map(one => one === null ? undefined : one));
  });

  await test("Markdown is told from other words", async ({ person }) => {
    const tab = await person();
    await tab.goto(`${home.home}/bare`);
    const told = words => tab.evaluate(words => parts.looksLikeMarkdown(words), words);
    for (const is of ["# A heading", "- one\n- two", "1. one\n2. two", "- [ ] a task", "> said", "```\ncode\n```", "| a | b |\n|---|---|\n| 1 | 2 |", "see [here](https://example.org)", "this is **bold**", "a `word`"]) assert.equal(await told(is), true, is);
    for (const not of ["plain words", "5 * 3 * 2 = 30", "#hashtag", "a - b", "snake_case_name", "1. only one", "x > y", "[sic]", "the **", "2 ** 3"]) assert.equal(await told(not), false, not);
  });

  // ---- together -----------------------------------------------------------------

  await test("two people write together, see each other, and have the same text", async ({ id, open }) => {
    const one = await open("ruth"), two = await open("samir");
    assert.equal(await one.locator("[data-page-body] > .read").count(), 0, "what the server drew has made room");
    assert.equal(await one.getByRole("textbox", { name: "The text of this page" }).getAttribute("aria-multiline"), "true");
    assert.equal(await one.getByRole("toolbar", { name: "What to do with the text" }).getByRole("button", { name: "Bold" }).count(), 1);
    await saved(one);
    await write(one, "Tea at nine.");
    await until("the words", async () => (await text(two)).startsWith("Tea at nine."));
    await saved(one);
    await two.waitForSelector('.page-caret[data-colour="3"]', { state: "attached" });
    assert.equal(await two.textContent(".page-caret-name"), "Ruth Abara");
    assert.equal(await two.locator("[data-page-people] li").count(), 1);
    assert.equal((await two.textContent("[data-page-people] li")).trim(), "RARuth Abara");
    await until("said aloud", async () => (await two.textContent("[data-page-said]")) === "Ruth Abara is here");
    const both = (async () => { await field(one).focus(); await one.keyboard.press("End"); await one.keyboard.type(" Ruth brings the milk and the cups for all.", { delay: 6 }); })();
    await field(two).focus();
    await two.keyboard.press("Home");
    await two.keyboard.type("All of us: ", { delay: 14 });
    await both;
    await saved(one);
    await saved(two);
    await until("the same", async () => (await text(one)) === (await text(two)) && home.text(id).length > 70);
    await shape(id, p("All of us: Tea at nine. Ruth brings the milk and the cups for all."));
    await one.close();
    await until("gone", async () => await two.isHidden("[data-page-people]"));
    assert.equal(await two.locator(".page-caret").count(), 0);
  });

  await test("“Saved” is said only when the server has kept it", async ({ id, open }) => {
    const tab = await open();
    await saved(tab);
    home.hold(id);
    await write(tab, "Held back");
    await saying(tab, "Saving");
    await shape(id, p("Held back"));
    await tab.waitForTimeout(300);
    assert.equal(await said(tab), "Saving", "that the others have it is not yet enough");
    home.release(id);
    await saved(tab);
  });

  await test("without a network one writes on; changes are counted, survive a closed page, and merge", async ({ id, open }) => {
    const one = await open("ruth"), two = await open("samir");
    await write(one, "First.");
    await saved(one);
    home.cut(id);
    await saying(one, "No network. You can write on; it is kept on this device.").catch(() => {});
    await one.keyboard.type(" Second.");
    await saying(one, "1 change waits for a network");
    await one.waitForTimeout(1600);
    await one.keyboard.type(" Third.");
    await saying(one, "2 changes wait for a network");
    await until("said aloud", async () => /network/.test(await one.textContent("[data-page-said]")));
    await field(two).focus();
    await two.keyboard.press("Control+Home");
    await two.keyboard.type("Zeroth. ");
    await one.reload();
    await saying(one, "2 changes wait for a network");
    assert.equal(await text(one), "First. Second. Third.", "from this device's own copy");
    await one.evaluate(() => new Promise(done => setTimeout(done, 200)));
    home.mend(id);
    await one.evaluate(() => dispatchEvent(new Event("online")));
    await two.evaluate(() => dispatchEvent(new Event("online")));
    await saved(one);
    await saved(two);
    await shape(id, p("Zeroth. First. Second. Third."));
    await until("the same", async () => (await text(one)) === "Zeroth. First. Second. Third.");
    await one.addInitScript(() => {
      window.lines = [];
      const watch = () => { const line = document.querySelector("[data-page-state]"); if (line && line.textContent !== window.lines.at(-1)) window.lines.push(line.textContent); requestAnimationFrame(watch); };
      watch();
    });
    await one.reload();
    await saved(one);
    assert.deepEqual((await one.evaluate(() => window.lines)).filter(line => !["", "Connecting", "Saved"].includes(line)), [], "a page that opens does not speak of a network it has not yet looked for");
    assert.equal(await text(one), "Zeroth. First. Second. Third.");
  }, noNetwork);

  await test("a server that begins anew is found again, and nothing is sent twice or lost", async ({ id, open }) => {
    const tab = await open();
    await write(tab, "Before. ");
    await saved(tab);
    home.restart(id);
    await tab.keyboard.type("During. ");
    await saved(tab);
    await tab.keyboard.type("After.");
    await saved(tab);
    await shape(id, p("Before. During. After."));
  }, noNetwork);

  await test("a connection that has gone silent is given up and begun anew", async ({ id, person }) => {
    const tab = await person();
    await tab.clock.install();
    await tab.goto(`${home.home}/p/${id}`);
    await tab.waitForSelector(".page-field [contenteditable]");
    await until("one connection", () => home.room(id).connections.size === 1);
    const [first] = home.room(id).connections;
    // A moment of ours for each of theirs, or no answer could come.
    const pass = async seconds => { for (let i = 0; i < seconds; i += 5) { await tab.clock.runFor(5000); await new Promise(done => setTimeout(done, 40)); } };
    await pass(60);
    assert.ok(home.room(id).connections.has(first), "while it answers it stays");
    // Heard just now: what was asked before may still be on its way.
    await write(tab, "Heard.");
    await saved(tab);
    state.isDeaf = true;
    await pass(20);
    assert.ok(home.room(id).connections.has(first), "it is asked first");
    await pass(25);
    state.isDeaf = false;
    await until("another", () => !home.room(id).connections.has(first));
    await pass(5);
    await until("another", () => home.room(id).connections.size === 1);
  }, noNetwork);

  await test("the browser is closed without a network, opened again without one, and all of it merges", async ({ id, open, watch }) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), "leaderful-pages-"));
    const begin = async () => {
      const context = watch(await chromium.launchPersistentContext(folder, { ...launch, viewport: { width: 1280, height: 900 } }));
      await context.addCookies([{ name: "who", value: "ruth", url: home.home, expires: Date.now() / 1000 + 3600 }]);
      return context;
    };
    try {
      let context = await begin(), tab = await context.newPage();
      await tab.goto(`${home.home}/p/${id}`);
      await tab.waitForSelector(".page-field [contenteditable]");
      await write(tab, "In the hall.");
      await saved(tab);
      const address = `${home.home}/p/${id}`;
      await until("the worker", () => tab.evaluate(async () => (await caches.match(location.pathname)) !== undefined && (await caches.match("/pages.js?v=0a1b2c")) !== undefined));
      await home.down();
      await tab.evaluate(() => dispatchEvent(new Event("offline")));
      await field(tab).focus();
      await tab.keyboard.press("Control+End");
      await tab.keyboard.type(" On the train.");
      await saying(tab, "1 change waits for a network");
      await tab.waitForTimeout(200);
      await context.close();

      context = await begin();
      tab = await context.newPage();
      await tab.goto(address);
      await tab.waitForSelector(".page-field [contenteditable]");
      await saying(tab, "1 change waits for a network");
      assert.equal(await text(tab), "In the hall. On the train.");
      await field(tab).focus();
      await tab.keyboard.press("Control+End");
      await tab.keyboard.type(" At home.");
      await saying(tab, "2 changes wait for a network");
      await tab.goto(`${new URL(address).origin}/c/millbrook`);
      assert.equal(await tab.textContent("h1"), "No network", "other pages are not kept");
      assert.equal(await tab.locator("[data-kept-pages] a").count(), 1);
      await tab.click("[data-kept-pages] a");
      await saying(tab, "2 changes wait for a network");
      await home.up();
      const two = await open("samir");
      await write(two, "Meanwhile. ");
      await tab.evaluate(() => dispatchEvent(new Event("online")));
      await saved(tab);
      const all = () => /In the hall\. On the train\. At home\./.test(home.text(id)) && /Meanwhile/.test(home.text(id));
      await until("all of it", all, 30_000).catch(() => assert.fail(`not all of it: ${home.text(id)}, ${home.room(id).connections.size} here`));
      await until("the same", async () => (await text(tab)) === (await text(two)));
      await context.close();
    } finally {
      await home.up().catch(() => {});
      await rm(folder, { recursive: true, force: true });
    }
  }, noNetwork);

  await test("whoever may only read follows along and cannot write", async ({ id, open }) => {
    const one = await open("ruth"), reader = await open("vera");
    await write(one, "For all to read.");
    await until("the words", async () => (await text(reader)) === "For all to read.");
    await saying(reader, "You read along; it is closed to writing.");
    assert.equal(await field(reader).getAttribute("contenteditable"), "false");
    assert.equal(await reader.getByRole("region", { name: "The text of this page" }).count(), 1);
    assert.equal(await reader.locator("[data-page-tools]").count(), 0);
    assert.equal(await one.locator("[data-page-people] li").count(), 0, "who only reads is not watched");
    await field(reader).focus();
    await reader.keyboard.type("no");
    assert.equal(home.text(id), p("For all to read."));
  });

  await test("who is refused while writing keeps the words to copy", async ({ id, open }) => {
    const tab = await open();
    await write(tab, "Kept. ");
    await saved(tab);
    home.cut(id);
    await tab.keyboard.type("Refused words.");
    await saying(tab, "1 change waits for a network");
    state.people.get("ruth").isRefused = true;
    home.mend(id);
    await tab.evaluate(() => dispatchEvent(new Event("online")));
    await saying(tab, "You can no longer write here.");
    assert.equal(await field(tab).getAttribute("contenteditable"), "false");
    assert.equal(await tab.textContent("[data-page-unsent] pre"), "Refused words.");
    assert.equal(home.text(id), p("Kept. "));
  }, noNetwork);

  await test("access lost: the page and its copy go, and words not sent are shown first", async ({ id, open }) => {
    const tab = await open();
    await write(tab, "Everybody has this. ");
    await saved(tab);
    home.cut(id);
    await tab.keyboard.type("Nobody has this.");
    await tab.keyboard.press("Enter");
    await tab.keyboard.type("Nor this.");
    await saying(tab, "1 change waits for a network");
    assert.equal((await databases(tab)).length, 1);
    home.mend(id);
    state.people.get("ruth").isRefused = true;
    home.room(id).connections.clear();
    const revoked = until("a connection", () => home.room(id).connections.size > 0).then(() => home.revoke(id));
    await tab.evaluate(() => dispatchEvent(new Event("online")));
    await revoked;
    await saying(tab, "You are no longer among those who may read this page.");
    assert.equal(await tab.textContent("[data-page-unsent] pre"), "Nobody has this.\nNor this.");
    assert.equal(await tab.getAttribute("[data-page-unsent] [data-copy]", "data-copy"), "Nobody has this.\nNor this.");
    assert.equal(await tab.locator(".page-field").count(), 0, "what one may not read is not shown");
    await until("no copy", async () => (await databases(tab)).length === 0);
    assert.equal(await tab.evaluate(() => localStorage.length), 0);
    assert.equal(await tab.evaluate(async path => (await caches.match(path)) === undefined, `/p/${id}`), true);
    await until("said aloud", async () => /no longer/.test(await tab.textContent("[data-page-said]")));
  }, noNetwork);

  await test("access lost with everything sent: nothing is shown, and nothing stays", async ({ id, open }) => {
    const tab = await open();
    await write(tab, "All sent.");
    await saved(tab);
    home.revoke(id, 4404);
    await saying(tab, "This page was thrown away.");
    assert.equal(await tab.isVisible("[data-page-unsent]"), false);
    await until("no copy", async () => (await databases(tab)).length === 0);
    await tab.waitForTimeout(1500);
    assert.equal(home.room(id).connections.size, 0, "it is not asked for again");
  });

  await test("signing out empties this device, and says first what was not sent", async ({ id, open, person }) => {
    const tab = await open();
    await write(tab, "Sent.");
    await saved(tab);
    await until("the page is kept", () => tab.evaluate(async () => (await caches.keys()).includes("leaderful-pages:p-ruth")));
    home.cut(id);
    await tab.keyboard.type(" Not sent.");
    await saying(tab, "1 change waits for a network");
    await tab.goto(`${home.home}/me`);
    await tab.click("button:text('Sign out')");
    await tab.waitForSelector("[data-unsent-said] a");
    assert.match(await tab.textContent("[data-unsent-said]"), /^Something you wrote has not been sent yet.*Notes n/);
    assert.equal(await tab.getAttribute("[data-unsent-said] a", "href"), `/p/${id}`);
    assert.equal((await databases(tab)).length, 1, "nothing is gone yet");
    await tab.click("button:text('Sign out')");
    await tab.waitForURL("**/sign-in");
    await until("nothing", async () => (await databases(tab)).length === 0 && await tab.evaluate(async () => localStorage.length === 0 && !(await caches.keys()).some(name => name.startsWith("leaderful-pages:"))));
    // Another person on the same device has a copy of their own.
    home.mend(id);
    const other = await person("samir");
    await other.goto(`${home.home}/p/${id}`);
    await saved(other);
    assert.deepEqual(await databases(other), [`leaderful-page:p-samir:${id}`]);
  }, noNetwork);

  // ---- writing ------------------------------------------------------------------

  await test("Markdown becomes structure as it is typed", async ({ id, open }) => {
    const tab = await open();
    await field(tab).focus();
    for (const line of ["# Title", "## Part", "**bold** and *slanted* and `typed` and ~~gone~~ and ==marked== done"]) { await tab.keyboard.type(line); await tab.keyboard.press("Enter"); }
    await tab.keyboard.type("- one"); await tab.keyboard.press("Enter"); await tab.keyboard.type("two"); await tab.keyboard.press("Enter"); await tab.keyboard.press("Enter");
    await tab.keyboard.type("1. first"); await tab.keyboard.press("Enter"); await tab.keyboard.press("Enter");
    await tab.keyboard.type("[ ] task"); await tab.keyboard.press("Enter"); await tab.keyboard.press("Enter");
    await tab.keyboard.type("> said"); await tab.keyboard.press("Enter"); await tab.keyboard.press("Enter");
    await tab.keyboard.type("--- ```js "); 
    await saved(tab);
    const written = home.text(id);
    for (const [what, part] of Object.entries({
      heading: '<heading level="1">Title</heading><heading level="2">Part</heading>', bold: "<bold>bold</bold> and <italic>slanted</italic> and <code>typed</code> and <strike>gone</strike> and <highlight>marked</highlight> done",
      list: "<bulletlist><listitem><paragraph>one</paragraph></listitem><listitem><paragraph>two</paragraph></listitem></bulletlist>",
      tasks: '<tasklist><taskitem checked="false"><paragraph>task</paragraph></taskitem></tasklist>', quote: "<blockquote><paragraph>said</paragraph></blockquote>", divider: "<horizontalrule></horizontalrule>",
    })) assert.ok(written.toLowerCase().includes(part.toLowerCase()), `${what}: ${written}`);
    assert.match(written.toLowerCase(), /<orderedlist[^>]*><listitem><paragraph>first/);
    assert.deepEqual(await tab.evaluate(() => [...document.querySelectorAll(".page-field :is(h1, h2, h3)")].map(one => one.tagName)), ["H2", "H3"], "below the name of the page");
    await tab.check(".page-field input[type=checkbox]");
    await until("the tick", () => home.text(id).includes('checked="true"'));
    assert.equal(await tab.getAttribute(".page-field input[type=checkbox]", "aria-label"), "Done: task");
  });

  await test("Markdown that is pasted becomes structure, in code it stays as it is", async ({ id, open }) => {
    const tab = await open();
    await field(tab).focus();
    await paste(tab, { "text/plain": "# Hall\n\nSee **this** [page](https://example.org) and ![map](https://far.example/a.png) ![own](/files/1?view)\n\n- [x] done\n- [ ] open\n\n1. one\n   - inner\n2. two\n\n| a | b |\n|---|---|\n| 1 | *2* |\n\n```js\nlet x = 1;\n```\n\n> said <b>html</b>\n\n[bad](javascript:alert(1)) end\n\n---\n" });
    await saved(tab);
    const written = home.text(id).toLowerCase();
    for (const part of ['<heading level="1">hall</heading>', "<bold>this</bold>", '<link href="https://example.org"', ">page</link>", '<taskitem checked="true"><paragraph>done', '<taskitem checked="false"><paragraph>open', "<paragraph>one</paragraph><bulletlist><listitem><paragraph>inner",
      "<tableheader", "<italic>2</italic>", 'let x = 1;</codeblock>', "said &lt;b&gt;html", "<horizontalrule>"])
      assert.ok(written.includes(part) || written.includes(part.replaceAll("&lt;", "<").replaceAll("&gt;", ">")), `${part} in ${written}`);
    assert.match(written, /<image[^>]*src="\/files\/1\?view"/);
    assert.match(written, /<link href="https:\/\/far.example\/a.png"[^>]*>map<\/link>/);
    assert.doesNotMatch(written, /javascript:/);
    assert.equal(await tab.locator('.page-field img[src*="far.example"]').count(), 0);
    await tab.evaluate(() => document.querySelector(".page-field pre code").scrollIntoView());
    await tab.click(".page-field pre code");
    await tab.keyboard.press("End");
    await until("the cursor", () => field(tab).evaluate(one => { const { $from } = one.editor.state.selection; return $from.parent.type.name === "codeBlock" && $from.parentOffset === $from.parent.content.size; }));
    await paste(tab, { "text/plain": "\n# not a heading" });
    await until("the code", () => home.text(id).includes("let x = 1;\n# not a heading"));
    await paste(tab, { "text/plain": "just words" });
    await until("words", () => home.text(id).includes("# not a headingjust words"));
  });

  await test("HTML that is pasted goes through the schema, and no picture from elsewhere is asked for", async ({ id, open }) => {
    const tab = await open(), asked = [];
    tab.on("request", request => asked.push(request.url()));
    await field(tab).focus();
    await paste(tab, { "text/html": `<h1 style="color:red" onclick="x()">Head</h1><p class="a">Some <b>bold</b> <a href="https://example.org" onmouseover="y()">link</a> <a href="javascript:alert(1)">bad</a></p><p><img src="https://far.example/spy.gif" alt="A chart"></p><img src="/files/2?view" alt="Ours"><script>z()</` + `script><style>p{}</style><ul><li>one<ul><li>two</li></ul></li></ul><iframe src="https://far.example"></iframe><table><tr><th>a</th></tr><tr><td>1</td></tr></table>`, "text/plain": "Head" });
    await saved(tab);
    const written = home.text(id).toLowerCase();
    for (const part of ['<heading level="1">head</heading>', "<bold>bold</bold>", '<link href="https://example.org"', "<listitem><paragraph>one</paragraph><bulletlist>", "<tablecell"]) assert.ok(written.includes(part), `${part} in ${written}`);
    assert.match(written, /<link href="https:\/\/far.example\/spy.gif"[^>]*>a chart<\/link>/);
    assert.match(written, /<image[^>]*src="\/files\/2\?view"/);
    for (const foul of ["javascript:", "onclick", "onmouseover", "style=", "z()", "iframe"]) assert.ok(!written.includes(foul), foul);
    assert.deepEqual(asked.filter(address => !address.startsWith(home.home) && !address.startsWith("data:")), []);
  }, /Content Security Policy/);

  for (const hasPolicy of [true, false]) {
    await test(`what is pasted to attack runs nothing, ${hasPolicy ? "under the page's policy" : "nor where no policy protects the page"}`, async ({ id, open }) => {
      state.hasPolicy = hasPolicy;
      const known = corpus("xss-owasp/vectors.json");
      const attacks = [...known ? JSON.parse(await readFile(known, "utf8")).map(one => one.payload) : [],
        `<img src=x onerror="alert(1)">`, `<svg onload=alert(1)>`, `<a href="javascript:alert(1)">x</a>`, `<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>`, `[x](javascript:alert(1)) **b**`, `![x](x" onerror="alert(1)) **b**`, `<iframe srcdoc="<script>alert(1)</` + `script>"></iframe>`];
      assert.ok(attacks.length >= 7);
      const tab = await open();
      const ran = [];
      tab.on("dialog", dialog => { ran.push(dialog.message()); void dialog.dismiss(); });
      await tab.evaluate(() => { window.ran = []; for (const name of ["alert", "prompt", "confirm"]) window[name] = words => window.ran.push(words); });
      for (const attack of attacks) {
        for (const data of [{ "text/html": attack, "text/plain": attack }, { "text/plain": attack }]) await paste(tab, data);
        await tab.evaluate(() => document.querySelector(".page-field .page-text").editor?.commands.focus("end"));
      }
      await tab.evaluate(() => { for (const one of document.querySelectorAll(".page-field *")) for (const name of ["mouseover", "focus", "load", "error"]) one.dispatchEvent(new Event(name)); });
      await tab.waitForTimeout(300);
      assert.deepEqual([ran, await tab.evaluate(() => window.ran)], [[], []]);
      assert.deepEqual(await tab.evaluate(() => [...document.querySelectorAll(".page-field *")].flatMap(one => [...one.attributes].map(({ name, value }) => `${one.tagName} ${name}=${value}`)).filter(one => / on\w+=|javascript:|vbscript:| src=(?!\/)/i.test(one))), []);
      if (!hasPolicy) {
        await tab.evaluate(attack => { document.querySelector("main").innerHTML = attack; }, `<img src=x onerror="alert(1)">`);
        await until("the alarm, which works", () => tab.evaluate(() => window.ran.length === 1));
      } else assert.equal(await tab.locator(".page-field :is(script, iframe, object, embed, style, svg, form, base, meta)").count(), 0);
    }, /Refused|Content Security Policy|ERR_|Failed to load|violates/);
  }

  await test("what a hostile client writes into the document leads nowhere and loads nothing", async ({ id, open }) => {
    const { doc } = home.room(id), fragment = doc.getXmlFragment("default");
    const element = (name, attributes, ...inside) => { const one = new Y.XmlElement(name); for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value); if (inside.length) one.insert(0, inside); return one; };
    const link = new Y.XmlText();
    link.insert(0, "click", { link: { href: "javascript:alert(1)", target: "_blank", class: "x", rel: "opener" } });
    fragment.insert(0, [element("paragraph", {}, link), element("image", { src: "https://far.example/a.png", alt: "far" }), element("image", { src: "javascript:alert(1)" }),
      element("thing", { id: "../../evil\" onclick=\"x", label: "<img src=x onerror=alert(1)>" }), element("thing", { id: "7f3a", label: "Bring the keys", kind: "commitment" }), element("heading", { level: 99 }), element("paragraph", {}, element("mention", { id: "x", label: "<b>x</b>" }))]);
    home.room(id).awareness.setLocalState({ user: { name: "<img src=x>", colour: "red;}", color: "url(https://far.example)" } });
    const tab = await open(), asked = [];
    tab.on("request", request => asked.push(request.url()));
    await saved(tab);
    assert.deepEqual(await tab.evaluate(() => [...document.querySelectorAll(".page-field a")].map(one => [one.getAttribute("href"), one.textContent])), [["", "click"], ["https://far.example/a.png", "far"], ["/things/7f3a", "Bring the keys"]].filter(([href]) => href !== "" || true));
    assert.equal(await tab.locator(".page-field :is(img:not(.ProseMirror-separator), b)").count(), 0);
    assert.equal(await tab.locator("[data-page-people] li").count(), 1);
    assert.equal(await tab.getAttribute("[data-page-people] .who", "data-colour"), "0");
    assert.deepEqual(asked.filter(address => address.includes("far.example")), []);
    home.room(id).awareness.setLocalState(null);
  }, /unsupported color format/);

  await test("undo takes back only what I did", async ({ id, open }) => {
    const one = await open("ruth"), two = await open("samir");
    await write(one, "Mine.");
    await saved(one);
    await until("the words", async () => (await text(two)) === "Mine.");
    await field(two).focus();
    await two.keyboard.press("Control+End");
    await two.keyboard.type(" Theirs.");
    await until("both", async () => (await text(one)) === "Mine. Theirs.");
    await field(one).focus();
    await one.keyboard.press("Control+z");
    await shape(id, p(" Theirs."));
    // The bar is drawn a frame later.
    await until("nothing to take back", async () => (await one.getAttribute("[data-do=undo]", "aria-disabled")) === "true");
    await one.keyboard.press("Control+y");
    await shape(id, p("Mine. Theirs."));
    await two.click("[data-do=undo]");
    await shape(id, p("Mine."));
  });

  await test("the bar is one stop for Tab, is reached from the text and left for it, and says what is pressed", async ({ id, open }) => {
    const tab = await open(), focused = () => tab.evaluate(() => document.activeElement.dataset.do ?? (document.activeElement.classList.contains("page-text") ? "text" : document.activeElement.id));
    await write(tab, "words");
    await tab.keyboard.press("Shift+Home");
    await chosen(tab, "words");
    await tab.keyboard.press("Alt+F10");
    assert.equal(await focused(), "undo");
    for (let i = 0; i < 2; i++) await tab.keyboard.press("ArrowRight");
    assert.equal(await focused(), "bold", "what is hidden is passed over");
    await tab.keyboard.press("Enter");
    await shape(id, p("<bold>words</bold>"));
    assert.equal(await focused(), "bold", "by keyboard one stays in the bar");
    await until("pressed", async () => (await tab.getAttribute("[data-do=bold]", "aria-pressed")) === "true");
    await tab.keyboard.press("End");
    assert.equal(await focused(), "block");
    await tab.keyboard.press("ArrowRight");
    assert.equal(await focused(), "undo");
    await tab.keyboard.press("ArrowLeft");
    await tab.keyboard.press("Home");
    await tab.keyboard.press("ArrowRight");
    await tab.keyboard.press("Escape");
    assert.equal(await focused(), "text");
    assert.equal(await tab.evaluate(() => getSelection().toString()), "words", "the selection is still there");
    await tab.keyboard.press("Control+i");
    await until("slanted", async () => (await tab.getAttribute("[data-do=italic]", "aria-pressed")) === "true");
    assert.deepEqual(await tab.evaluate(() => [...document.querySelectorAll("[data-do]")].filter(one => one.tabIndex === 0).length), 1);
    assert.deepEqual(await tab.evaluate(() => [...document.querySelectorAll("[role=toolbar] button")].filter(one => !one.ariaLabel).length), 0);
  });

  await test("the bar under a thumb at 360 px: large, in one row, above the keyboard, and one writes on", async ({ id, open }) => {
    const tab = await open("ruth", { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
    await field(tab).tap();
    await tab.keyboard.type("words");
    await tab.waitForSelector(".page-tools-row:popover-open");
    const sizes = await tab.evaluate(() => [...document.querySelectorAll("[data-page-tools] button")].filter(one => one.offsetParent).map(one => one.getBoundingClientRect()).map(({ width, height, top }) => [width, height, top]));
    assert.ok(sizes.length > 15 && sizes.every(([width, height]) => width >= 44 && height >= 44), JSON.stringify(sizes));
    assert.equal(new Set(sizes.map(([, , top]) => top)).size, 1, "one row");
    assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), 360, "the page itself does not move sideways");
    const row = tab.locator(".page-tools-row");
    await tab.waitForSelector(".page-tools-row:popover-open");
    const { y, height } = await row.boundingBox();
    assert.ok(Math.abs(y + height - 640) < 2, `at the bottom while one writes: ${y + height}`);
    await tab.evaluate(() => { Object.defineProperty(visualViewport, "height", { value: 340, configurable: true }); visualViewport.dispatchEvent(new Event("resize")); });
    const above = await row.boundingBox();
    assert.ok(Math.abs(above.y + above.height - 340) < 2, `above the keyboard: ${above.y + above.height}`);
    assert.equal(await tab.evaluate(() => { const { left, top, width, height } = document.querySelector("[data-do=bold]").getBoundingClientRect(); return document.elementFromPoint(left + width / 2, top + height / 2).closest("button")?.dataset.do; }), "bold", "nothing lies over it");
    await row.evaluate(one => { one.scrollLeft = 500; });
    assert.ok(await row.evaluate(one => one.scrollLeft) > 100, "it is pushed along");
    await tab.locator("[data-do=tasks]").tap();
    assert.equal(await tab.evaluate(() => document.activeElement.classList.contains("page-text")), true, "the keyboard stays open");
    await tab.keyboard.type(" more");
    await until("a task", () => /<taskitem checked="false"><paragraph>words more/i.test(home.text(id)));
    await tab.evaluate(() => { delete visualViewport.height; visualViewport.dispatchEvent(new Event("resize")); });
    const box = await tab.locator(".page-field li label").boundingBox();
    await tab.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await until("the tick", () => home.text(id).includes('checked="true"'));
    await tab.evaluate(() => document.activeElement.blur());
    await tab.waitForSelector(".page-tools-row:not([popover])", { state: "hidden" });
    assert.equal((await tab.locator("[data-page-tools]").boundingBox()).height, 0, "it takes no room while nobody writes");
  });

  await test("a table is made, grows, shrinks and goes", async ({ id, open }) => {
    const tab = await open();
    await field(tab).focus();
    assert.equal(await tab.isVisible("[data-do=row-add]"), false);
    await press(tab, "table");
    await tab.waitForSelector("[data-do=row-add]", { state: "visible" });
    await tab.keyboard.type("Who");
    await tab.keyboard.press("Tab");
    await tab.keyboard.type("What");
    await press(tab, "row-add");
    await press(tab, "column-add");
    const size = () => [home.text(id).match(/<tablerow>/gi)?.length, home.text(id).match(/<tableheader/gi)?.length];
    await until("larger", () => size().join() === "4,4");
    await press(tab, "column-remove");
    await press(tab, "row-remove");
    await until("smaller", () => size()[1] === 3 || size()[0] === 3);
    await press(tab, "table-remove");
    await until("gone", () => !home.text(id).includes("table"));
  });

  await test("names are chosen by keyboard and by touch, and stay whole", async ({ id, open }) => {
    const tab = await open("ruth", { hasTouch: true });
    await write(tab, "Ask @sam");
    await tab.waitForSelector("[role=listbox] [role=option]");
    assert.equal(await field(tab).getAttribute("aria-activedescendant"), "page-names-0");
    assert.equal(await field(tab).getAttribute("aria-controls"), "page-names");
    assert.equal(await tab.getAttribute("#page-names-0", "aria-selected"), "true");
    assert.equal(await tab.getAttribute("[role=listbox]", "aria-label"), "Names to choose from");
    await tab.keyboard.press("ArrowDown");
    assert.equal(await field(tab).getAttribute("aria-activedescendant"), "page-names-1");
    await tab.keyboard.press("Enter");
    await tab.keyboard.type("or @sa");
    await tab.waitForSelector("[role=option]");
    await tab.locator("#page-names-0").tap();
    await tab.keyboard.type("soon");
    await saved(tab);
    assert.match(home.text(id), /^<paragraph>Ask <mention id="7f3a" label="Samira Okafor"><\/mention> or <mention id="Samir Haddad" label="Samir Haddad"><\/mention> soon<\/paragraph>$/);
    assert.equal(await tab.locator("[role=listbox]").count(), 0);
    assert.equal(await field(tab).getAttribute("aria-controls"), null);
    await tab.keyboard.type(" me@sa");
    await tab.waitForTimeout(400);
    assert.equal(await tab.locator("[role=listbox]").count(), 0, "an address is not a name");
    await tab.keyboard.type(" @sa");
    await tab.waitForSelector("[role=option]");
    await tab.keyboard.press("Escape");
    await tab.waitForSelector("[role=listbox]", { state: "detached" });
    await tab.keyboard.press("Enter");
    await until("a line", () => (home.text(id).match(/<paragraph>/g) ?? []).length === 2);
  });

  await test("names are begun from the bar, with a blank before them where a word stands", async ({ id, open }) => {
    const tab = await open("ruth", { hasTouch: true });
    await write(tab, "Ask");
    await tab.locator('[data-do="mention"]').tap();
    await tab.keyboard.type("sam");
    await tab.locator("#page-names-0").tap();
    await press(tab, "mention");
    await tab.keyboard.type("sam");
    await tab.waitForSelector("[role=option]");
    await tab.keyboard.press("Enter");
    await saved(tab);
    assert.match(home.text(id), /^<paragraph>Ask <mention id="[^"]+" label="Sami[^"]+"><\/mention> <mention id="[^"]+" label="Sami[^"]+"><\/mention> ?<\/paragraph>$/);
  });

  await test("a link is followed by whoever reads, and by whoever writes with Control or from its line", async ({ id, open }) => {
    const tab = await open();
    await write(tab, "see here");
    await tab.keyboard.press("Shift+Control+ArrowLeft");
    await chosen(tab, "here");
    await tab.keyboard.press("Control+k");
    await tab.fill("#page-href", "/p/elsewhere");
    await tab.keyboard.press("Enter");
    await until("the link", () => /<link href="\/p\/elsewhere"[^>]*>here<\/link>/.test(home.text(id)));
    await tab.click(".page-field a");
    assert.equal(new URL(tab.url()).pathname, `/p/${id}`, "whoever writes puts the cursor there");
    for (const follow of [() => tab.click(".page-field a", { modifiers: ["Control"] }), async () => { await press(tab, "link"); await tab.click("[data-line=follow]"); }]) {
      const [opened] = await Promise.all([tab.context().waitForEvent("page"), follow()]);
      await opened.waitForURL(/\/p\/elsewhere$/);
      await opened.close();
    }
    const reader = await open("samir", { hasTouch: true });
    await reader.locator(".page-field a").tap();
    await reader.waitForURL(/\/p\/elsewhere$/);
  });

  await test("a link is given an address beside the text, and taken away again", async ({ id, open }) => {
    const tab = await open();
    await write(tab, "see here");
    await tab.keyboard.press("Shift+Control+ArrowLeft");
    await chosen(tab, "here");
    await tab.keyboard.press("Control+k");
    assert.equal(await tab.evaluate(() => document.activeElement.id), "page-href");
    await tab.keyboard.type("javascript:alert(1)");
    await tab.keyboard.press("Enter");
    assert.equal(await tab.isVisible("#page-href-wrong"), true);
    assert.equal(await tab.getAttribute("#page-href", "aria-invalid"), "true");
    assert.equal(home.text(id), p("see here"));
    await tab.fill("#page-href", "example.org/hall");
    await tab.keyboard.press("Enter");
    await until("the link", () => /see <link href="https:\/\/example.org\/hall"[^>]*>here<\/link>/.test(home.text(id)));
    assert.equal(await tab.isVisible("#page-href"), false);
    assert.equal(await tab.evaluate(() => document.activeElement.classList.contains("page-text")), true);
    await press(tab, "link");
    assert.equal(await tab.inputValue("#page-href"), "https://example.org/hall");
    await tab.click("[data-line=remove]");
    await shape(id, p("see here"));
    await press(tab, "link");
    await tab.keyboard.press("Escape");
    assert.equal(await tab.isVisible("#page-href"), false);
  });

  await test("a picture is sent and described, and what goes wrong is said in words", async ({ id, open }) => {
    const tab = await open();
    await write(tab, "Look:");
    const file = { name: "garden.png", mimeType: "image/png", buffer: Buffer.from("89504e470d0a1a0a", "hex") };
    await tab.setInputFiles("[data-page-picture]", file);
    await until("the picture", () => /<image alt="The garden room" src="\/files\/1\?view">/.test(home.text(id)));
    assert.match(state.uploads[0].toString("latin1"), /name="file"; filename="garden.png"/);
    await tab.keyboard.type("Below it. ");
    await until("words below it", () => /<image[^>]*><\/image><paragraph>Below it\. <\/paragraph>$/.test(home.text(id)));
    await tab.click(".page-field img");
    await tab.keyboard.type("More. ");
    await until("words below it", () => /<image[^>]*><\/image><paragraph>More\. Below it\. <\/paragraph>$/.test(home.text(id)));
    // Not as the second click of two.
    await tab.waitForTimeout(700);
    await tab.click(".page-field img");
    await press(tab, "picture");
    await tab.fill("#page-alt", "Two sofas and a kettle");
    await tab.keyboard.press("Enter");
    await until("its words", () => home.text(id).includes('alt="Two sofas and a kettle"'));
    state.upload = { status: 413, body: {} };
    await tab.setInputFiles("[data-page-picture]", file);
    await until("words", async () => (await tab.textContent("[data-page-problem]")) === "“garden.png” is too large. A smaller copy of it would do.");
    state.upload = { status: 200, body: { src: "https://far.example/a.png" } };
    await tab.setInputFiles("[data-page-picture]", file);
    await until("words", async () => /could not be put here/.test(await tab.textContent("[data-page-problem]")));
    await tab.evaluate(() => {
      const carried = new DataTransfer();
      carried.items.add(new File(["x"], "pasted.png", { type: "image/png" }));
      document.querySelector(".page-field .page-text").dispatchEvent(new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }));
    });
    await until("words", async () => /“pasted.png”/.test(await tab.textContent("[data-page-problem]")));
    await tab.context().setOffline(true);
    await tab.setInputFiles("[data-page-picture]", file);
    await until("words", async () => /^Pictures need a network/.test(await tab.textContent("[data-page-problem]")));
    assert.equal((home.text(id).match(/<image/g) ?? []).length, 1);
  }, noNetwork);

  await test("who wrote what is shown when somebody asks, by colour and by name", async ({ id, open }) => {
    const one = await open("ruth");
    await write(one, "Ruth began. ");
    await saved(one);
    const [[client]] = home.room(id).doc.store.clients;
    await one.close();
    for (const who of ["ruth", "samir"]) state.people.get(who).writers = JSON.stringify({ [client]: { name: "Ruth Abara", colour: 3 } });
    const two = await open("samir");
    await field(two).focus();
    await two.keyboard.press("Control+End");
    await two.keyboard.type("Samir went on.");
    await two.click("[data-page-show-writers]");
    const shown = () => two.evaluate(() => [...document.querySelectorAll(".page-field .page-writer")].map(one => [one.title, one.dataset.colour, one.textContent]));
    await until("both", async () => (await shown()).length === 2);
    assert.deepEqual(await shown(), [["Ruth Abara", "3", "Ruth began. "], ["Samir Haddad", "1", "Samir went on."]]);
    assert.deepEqual(await two.locator("[data-page-authors] li").allTextContents(), ["Ruth Abara", "Samir Haddad"]);
    await field(two).focus();
    await two.keyboard.press("Control+End");
    await two.keyboard.type(" Again.");
    await until("what is written now", async () => (await shown())[1]?.[2] === "Samir went on. Again.");
    const three = await open("ruth");
    await write(three, "Back. ");
    await until("one who came", async () => (await shown()).length >= 3 || (await shown())[0]?.[2] === "Back. Ruth began. ");
    await three.close();
    await until("gone", async () => await two.isHidden("[data-page-people]"));
    await two.keyboard.type(" On.");
    await until("what is written now", async () => (await shown()).at(-1)?.[2].endsWith(" On."));
    assert.equal((await shown()).map(([, , words]) => words).join(""), await text(two), "nobody's words are left out when they have gone");
    await two.click("[data-page-show-writers]");
    assert.deepEqual(await shown(), []);
    assert.equal(await two.isVisible("[data-page-authors]"), false);
  });

  await test("the service worker keeps what is ours and what was opened, and no other page", async ({ id, open }) => {
    const tab = await open();
    await saved(tab);
    await until("the worker", () => tab.evaluate(async () => (await navigator.serviceWorker.ready).active?.state === "activated"));
    await tab.goto(`${home.home}/c/millbrook`);
    await tab.goto(`${home.home}/me`);
    await tab.goto(`${home.home}/p/${id}`);
    await saved(tab);
    await until("kept", () => tab.evaluate(async () => (await caches.match("/pages.js?v=0a1b2c")) !== undefined));
    const kept = await tab.evaluate(async () => (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(one => `${name} ${new URL(one.url).pathname}`)))).flat());
    const pages = kept.filter(one => !/\.(js|css|svg|woff2)$/.test(one)).sort();
    assert.deepEqual(pages, ["leaderful-own:test /offline", `leaderful-pages:p-ruth /p/${id}`]);
    assert.ok(kept.includes("leaderful-own:test /app.js") && kept.includes("leaderful-own:test /app.css"));
  });

  for (const colorScheme of ["light", "dark"]) for (const width of [360, 1280]) {
    await test(`nothing is in the way of anybody: ${width} px, ${colorScheme}`, async ({ id, open }) => {
      const one = await open("samir"), tab = await open("ruth", { viewport: { width, height: 800 }, colorScheme });
      await field(one).focus();
      await paste(one, { "text/plain": "# What we heard\n\nThree nights running **relatives** slept on the corridor chairs. [The minutes](https://example.org) say so.\n\n## Who would say yes\n\n- the site office\n- *and* the insurers\n\n1. ask\n2. wait\n\n- [x] kettle\n- [ ] key for the garden room\n\n> who would have to say yes, and what they are afraid of\n\n| Who | What |\n|---|---|\n| Ruth | keys |\n| Samir | kettle |\n\n```\nward 4\n```\n" });
      await saved(one);
      await until("the words", async () => /garden room/.test(await field(tab).textContent()));
      await field(tab).focus();
      await tab.keyboard.press("Control+Home");
      await tab.waitForSelector(".page-people li");
      const look = async what => {
        await tab.evaluate(axe);
        const { violations } = await tab.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
        assert.deepEqual(violations.filter(one => ["serious", "critical", "moderate"].includes(one.impact)).map(one => `${what}: ${one.id} ${one.nodes.map(node => node.html.slice(0, 90)).join(" | ")}`), []);
      };
      if (process.env.SHOTS) await tab.screenshot({ path: `${process.env.SHOTS}/page-${width}-${colorScheme}.png` });
      await look("writing");
      await tab.keyboard.press("Control+k");
      await tab.keyboard.type("not an address");
      await tab.keyboard.press("Enter");
      await look("a wrong address");
      await tab.keyboard.press("Escape");
      await tab.click("[data-page-show-writers]");
      await tab.keyboard.press("Tab");
      await tab.evaluate(() => document.querySelector(".page-field td").scrollIntoView());
      await tab.click(".page-field td");
      await tab.waitForSelector("[data-do=row-add]", { state: "visible" });
      if (process.env.SHOTS) await tab.screenshot({ path: `${process.env.SHOTS}/table-${width}-${colorScheme}.png` });
      await look("in a table, with writers");
      home.cut(id);
      await field(tab).focus();
      await tab.keyboard.type("x");
      await saying(tab, "1 change waits for a network");
      if (process.env.SHOTS) await tab.screenshot({ path: `${process.env.SHOTS}/away-${width}-${colorScheme}.png` });
      home.mend(id);
      state.people.get("ruth").isRefused = true;
      const revoked = until("a connection", () => [...home.room(id).connections].some(one => one.who.person === "p-ruth")).then(() => home.revoke(id));
      await tab.evaluate(() => dispatchEvent(new Event("online")));
      await revoked;
      await tab.waitForSelector("[data-page-unsent]", { state: "visible" });
      if (process.env.SHOTS) await tab.screenshot({ path: `${process.env.SHOTS}/lost-${width}-${colorScheme}.png` });
      await look("access lost");
    }, /ERR_|WebSocket|Content Security|eval/);
  }

  await home.close();
  return { passed, failed };
}

if (process.argv[1] === import.meta.filename) {
  const browser = await chromium.launch(launch);
  const { passed, failed } = await run(browser, process.argv[2]);
  await browser.close();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
}
