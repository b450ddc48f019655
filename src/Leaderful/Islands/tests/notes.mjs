// Locking and opening private notes in a real Chromium, where its cryptography is. `npm test` runs this with the other islands.
import assert from "node:assert/strict";
import http from "node:http";
import path from "node:path";
import { build } from "esbuild";

const root = path.join(import.meta.dirname, "../..");
const parts = (await build({
  absWorkingDir: root, entryPoints: ["Islands/tests/notes-entry.ts"], bundle: true, write: false, format: "iife", globalName: "notes", target: "es2022",
})).outputFiles[0].text;

const ruth = Buffer.alloc(16, 1).toString("base64url"), ines = Buffer.alloc(16, 2).toString("base64url");
const porch = Buffer.alloc(16, 3).toString("base64url"), garden = Buffer.alloc(16, 4).toString("base64url");

export async function run(browser) {
  const server = http.createServer((request, response) => request.url === "/parts.js"
    ? response.writeHead(200, { "content-type": "text/javascript" }).end(parts)
    : response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><title>t</title><script src="/parts.js"></script>`));
  await new Promise(done => server.listen(0, "127.0.0.1", done));
  const home = `http://localhost:${server.address().port}`;
  let passed = 0, failed = 0;

  async function test(name, body) {
    const context = await browser.newContext();
    try {
      const tab = await context.newPage();
      await tab.goto(home);
      await body((work, ...given) => tab.evaluate(work, given));
      passed++;
      console.log(`ok    ${name}`);
    } catch (error) {
      failed++;
      console.log(`FAIL  ${name}\n${String(error.stack ?? error).replace(/^/gm, "      ")}`);
    } finally { await context.close(); }
  }

  await test("a note opens for whom and where it was locked, and nowhere else", async inPage => {
    const found = await inPage(async ([ruth, ines, porch, garden]) => {
      const { makeKey, usable, seal, open } = notes;
      const raw = makeKey(), key = await usable(raw), other = await usable(makeKey());
      const note = { texts: { why: "Seven in the morning. \ud83c\udf05 قهوة" }, labels: { why: "Why?" } };
      const sealed = await seal(key, ruth, porch, note), again = await seal(key, ruth, porch, note);
      const fails = async (...of) => { try { await open(...of); return false; } catch { return true; } };
      const bent = sealed.slice(); bent[40] ^= 1;
      const later = sealed.slice(); later[0] = 2;
      return {
        note: await open(key, ruth, porch, sealed), differs: sealed.some((byte, at) => byte !== again[at]), raw: raw.bytes.length,
        exported: await crypto.subtle.exportKey("raw", key).then(() => true, () => false),
        refused: [await fails(other, ruth, porch, sealed), await fails(key, ines, porch, sealed), await fails(key, ruth, garden, sealed), await fails(key, ruth, porch, bent), await fails(key, ruth, porch, later), await fails(key, ruth, porch, sealed.slice(0, 20))],
      };
    }, ruth, ines, porch, garden);
    assert.deepEqual(found.note, { texts: { why: "Seven in the morning. 🌅 قهوة" }, labels: { why: "Why?" } });
    assert.deepEqual([found.differs, found.raw, found.exported], [true, 32, false]);
    assert.deepEqual(found.refused, [true, true, true, true, true, true]);
  });

  await test("how long a note is shows only in steps, and its words not at all", async inPage => {
    const { lengths, seen } = await inPage(async ([ruth, porch]) => {
      const { makeKey, usable, seal } = notes, key = await usable(makeKey()), lengths = [];
      let seen = false;
      for (let n = 0; n < 1200; n += 37) {
        const sealed = await seal(key, ruth, porch, { texts: { a: "canary".repeat(200).slice(0, n) }, labels: {} });
        lengths.push(sealed.length);
        seen ||= new TextDecoder("latin1").decode(sealed).includes("canary");
      }
      return { lengths, seen };
    }, ruth, porch);
    assert.equal(seen, false);
    assert.ok(lengths.every(length => (length - 1 - 12 - 16) % 256 === 0), String(lengths));
    assert.equal(new Set(lengths).size, 5);
  });

  await test("a passphrase is what is meant, however it was typed, and another opens nothing", async inPage => {
    const found = await inPage(async ([ruth, ines]) => {
      const { makeKey, lock, unlock, isLongEnough, passphraseOf } = notes, raw = makeKey();
      const way = await lock(raw, { kind: "Passphrase", text: "Tür Öffner blau ﬁn" }, ruth);
      const open = async (text, person = ruth, mark = raw.mark, of = way) => {
        const found = await unlock(of, { kind: "Passphrase", text }, person, mark);
        return found === undefined ? undefined : found.bytes.every((byte, at) => byte === raw.bytes[at]);
      };
      return {
        iterations: way.iterations, salt: atob(way.salt).length, wrapped: atob(way.wrapped).length,
        right: [await open("Tür Öffner blau ﬁn"), await open("Tu\u0308r O\u0308ffner blau fin "), await open("Tür Öffner blau fin")],
        wrong: [await open("tür Öffner blau fin"), await open(""), await open("Tür Öffner blau fin", ines), await open("Tür Öffner blau fin", ruth, btoa("another")), await open("Tür Öffner blau fin", ruth, raw.mark, { ...way, iterations: 1 })],
        long: [isLongEnough(passphraseOf("elevenchars")), isLongEnough(passphraseOf("   eleven   ")), isLongEnough("twelve chars"), isLongEnough("🌅".repeat(11))],
      };
    }, ruth, ines);
    assert.deepEqual([found.iterations >= 600_000, found.salt, found.wrapped], [true, 16, 61]);
    assert.deepEqual(found.right, [true, true, true]);
    assert.ok(found.wrong.every(one => one === undefined), JSON.stringify(found.wrong));
    assert.deepEqual(found.long, [false, false, true, false]);
  });

  await test("a recovery code is read from paper, and another opens nothing", async inPage => {
    const found = await inPage(async ([ruth]) => {
      const { makeKey, lock, unlock, makeCode, readCode } = notes, raw = makeKey(), code = makeCode();
      const way = await lock(raw, { kind: "Recovery", code }, ruth);
      const open = async of => (await unlock(way, { kind: "Recovery", code: of }, ruth, raw.mark)) !== undefined;
      return {
        code, codes: new Set(Array.from({ length: 500 }, makeCode)).size,
        read: [readCode(code), readCode(code.toLowerCase().replaceAll("-", " ")), readCode(` ${code.replaceAll("0", "o").replaceAll("1", "l")}.`)],
        unread: [readCode(code.slice(1)), readCode(`${code}X`), readCode("")],
        opened: [await open(readCode(code)), await open(makeCode())],
        byPassphrase: await unlock(way, { kind: "Passphrase", text: code }, ruth, raw.mark) !== undefined,
      };
    }, ruth);
    assert.match(found.code, /^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/);
    assert.equal(found.codes, 500);
    assert.deepEqual(found.read, [found.code, found.code, found.code]);
    assert.deepEqual(found.unread.map(one => one ?? null), [null, null, null]);
    assert.deepEqual([found.opened, found.byPassphrase], [[true, false], false]);
  });

  await test("a passkey's secret opens what it locked, and another's nothing", async inPage => {
    assert.deepEqual(await inPage(async ([ruth]) => {
      const { makeKey, lock, unlock } = notes, raw = makeKey(), salt = crypto.getRandomValues(new Uint8Array(32));
      const secret = fill => ({ kind: "Passkey", credential: btoa("c"), salt, output: new Uint8Array(32).fill(fill) });
      const way = await lock(raw, secret(7), ruth);
      return [way.salt === btoa(String.fromCharCode(...salt)), way.credential, await unlock(way, secret(7), ruth, raw.mark) !== undefined, await unlock(way, secret(8), ruth, raw.mark) === undefined];
    }, ruth), [true, Buffer.from("c").toString("base64"), true, true]);
  });

  await test("an opened key stays for one signing-in and twelve hours, and cannot be read", async inPage => {
    const found = await inPage(async ([ruth, ines]) => {
      const { makeKey, usable, remember, recall, forget, idle } = notes, key = await usable(makeKey()), now = Date.now();
      const opened = { key, mark: "m", device: "d" }, there = async (...of) => await recall(...of) !== undefined;
      const put = () => remember(ruth, opened, now);
      const found = {};
      await put(); found.same = await there(ruth, "m", "d", now + 1000);
      await put(); found.other = await there(ines, "m", "d", now);
      await put(); found.used = [await there(ruth, "m", "d", now + idle - 1000), await there(ruth, "m", "d", now + 2 * idle - 2000)];
      await put(); found.idle = [await there(ruth, "m", "d", now + idle + 1000), await there(ruth, "m", "d", now)];
      await put(); found.mark = [await there(ruth, "n", "d", now), await there(ruth, "m", "d", now)];
      await put(); found.device = [await there(ruth, "m", "e", now), await there(ruth, "m", "d", now)];
      await put(); found.extractable = (await recall(ruth, "m", "d", now)).extractable;
      await forget(); found.forgotten = await there(ruth, "m", "d", now);
      return found;
    }, ruth, ines);
    assert.deepEqual(found, { same: true, other: false, used: [true, true], idle: [false, false], mark: [false, false], device: [false, false], extractable: false, forgotten: false });
  });

  await test("of two devices each keeps its own fields, and where both wrote somebody chooses", async inPage => {
    const found = await inPage(() => {
      const { meeting, together } = notes;
      return [
        meeting({ a: "1", b: "1" }, { a: "2", b: "1" }, { a: "1", b: "3" }), meeting({ a: "1" }, { a: "2" }, { a: "3" }), meeting({ a: "1" }, { a: "2" }, { a: "2" }),
        meeting({}, { a: "typed" }, {}), meeting({ a: "1" }, { a: "1" }, {}), meeting({ a: "1" }, { a: "2" }, {}), meeting({}, { a: "" }, { a: "theirs", c: "more" }),
        together("mine\n", "theirs"), together("", "theirs"), together("mine", " "),
      ];
    });
    assert.deepEqual(found, [
      { texts: { a: "2", b: "3" }, both: [] }, { texts: { a: "2" }, both: ["a"] }, { texts: { a: "2" }, both: [] },
      { texts: { a: "typed" }, both: [] }, { texts: { a: "" }, both: [] }, { texts: { a: "2" }, both: ["a"] }, { texts: { a: "theirs", c: "more" }, both: [] },
      "mine\n\ntheirs", "theirs", "mine",
    ]);
  });

  server.close();
  server.closeAllConnections();
  return { passed, failed };
}
