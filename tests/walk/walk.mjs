// See bin/walk. Every command that is run must stand in the README of the clone, word for word but for its file's name.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const [clone, archive, mails, pictures] = process.argv.slice(2);
const { chromium } = createRequire(path.join(import.meta.dirname, "../../src/Leaderful/package.json"))("playwright-core");
const readme = await readFile(path.join(clone, "README.md"), "utf8");
const quoted = readme.split("\n").filter(line => line.startsWith("    bin/")).map(line => line.trim());
const home = readme.match(/http:\/\/localhost:\d+/)[0];
const begun = Date.now();
const say = what => console.log(`${((Date.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${what}`);

function command(line, meant = line) {
  assert.ok(quoted.includes(meant), `the README does not say: ${meant}`);
  const [file, ...words] = line.split(" ");
  return spawn(path.join(clone, file), words, { cwd: clone, detached: true });
}

async function until(what, look, seconds = 60) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await new Promise(next => setTimeout(next, 100))) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`waited ${seconds} s for ${what}`);
}

const running = command("bin/run");
let said = "";
for (const from of [running.stdout, running.stderr]) from.on("data", text => { said += text; });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
});

let picture = 0;
async function someone(name, width, height, more = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale: "en-GB", ...more });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", error => { throw error; });
  const type = (name, text) => page.locator(`main [name=${name}]:visible`).fill(text);
  const press = button => page.getByRole("button", { name: button, exact: true }).click();
  const show = async what => {
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${what} is wider than ${width} px`);
    const file = path.join(pictures, `${String(++picture).padStart(2, "0")}-${name}-${what}`);
    for (const colorScheme of ["dark", "light"]) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${file}-${colorScheme}.png`, fullPage: true });
    }
    return `${file}-light.png`;
  };
  return { page, type, press, show };
}

/** The newest mail to somebody, from the folder mails are kept in, and the link in it. */
async function linkFor(email) {
  const folder = path.join(clone, "data/mail");
  return await until(`a mail to ${email}`, async () => {
    for (const file of (await readdir(folder).catch(() => [])).sort().reverse()) {
      const text = (await readFile(path.join(folder, file), "utf8")).replace(/=\r?\n/g, "").replace(/=3D/g, "=");
      if (text.includes(email)) return text.match(/http:\/\/\S+\/sign-in\/[\w-]+[^\s"<]*/)?.[0];
    }
  });
}

async function comeIn(who, address, name, email) {
  await who.page.goto(address);
  await who.show("invitation");
  await who.type("email", email);
  await who.press("Come in");
  await who.page.goto(await linkFor(email));
  await who.type("name", name);
  await who.show("name");
  await who.press("Make my account");
  await who.press(`Join as ${name}`);
  await who.page.waitForURL("**/c/night-porch**");
  await who.show("arrived");
}

async function slip(steward, people) {
  await steward.page.goto(`${home}/c/night-porch/invitations`);
  if (people) await steward.page.getByRole("radio", { name: people }).check();
  await steward.press("Make the link");
  return (await steward.page.locator(".slip .address").textContent()).trim();
}

let wrong = null;
try {
  const code = await until("the code on the console", () => said.match(/code:\s+(\S+-\S+-\S+)/)?.[1], 300);
  say("built and started");
  const ines = await someone("ines", 1280, 900);
  await ines.page.goto(home);
  await ines.type("code", code);
  await ines.type("name", "Ines Okoro");
  await ines.type("email", "ines@example.org");
  await ines.type("community", "Night Porch");
  await ines.show("set-up");
  await ines.press("Begin");
  await ines.page.waitForURL("**/c/night-porch**");
  await ines.show("today");
  say("set up");

  const meant = quoted.find(line => line.startsWith("bin/run import-mail"));
  const importing = command(meant.replace("archive.mbox", archive), meant);
  let told = "";
  importing.stdout.on("data", text => { told += text; });
  importing.stderr.on("data", text => { told += text; });
  assert.equal(await new Promise(done => importing.on("close", done)), 0, told);
  assert.match(told, new RegExp(`\\b${mails}\\b`), told);
  say(`brought in: ${told.trim().split("\n").at(-1)}`);
  await ines.page.goto(`${home}/c/night-porch/conversations`);
  await ines.show("conversations");
  const thread = await ines.page.locator(".threads a").first().getAttribute("href");

  const ruth = await someone("ruth", 1280, 900);
  await comeIn(ruth, await slip(ines), "Ruth Adeyemi", "ruth@example.org");
  say("Ruth came in by a link");

  const written = await slip(ines, "One person");
  const read = execFileSync("zbarimg", ["--quiet", "--raw", await ines.show("slip")], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  assert.equal(read, written, "the code says what is written beside it");
  const joss = await someone("joss", 360, 740, { hasTouch: true, isMobile: true });
  await comeIn(joss, read, "Joss Tran", "joss@example.org");
  say("Joss came in by the code, on a phone");

  await ruth.page.goto(home + thread);
  await joss.page.goto(home + thread);
  await joss.type("text", "We tried this on Ward 4, and it held for a **week**.");
  await joss.show("writing");
  await joss.page.locator("form.reply .act.main").tap();
  await ruth.page.locator("#posts li .read", { hasText: "We tried this on Ward 4" }).waitFor();
  assert.equal(await ruth.page.locator("#posts li .read strong", { hasText: "week" }).count(), 1);
  await ruth.show("saw it come in");
  await joss.show("said");
  say("Ruth saw Joss's reply come in");
} catch (error) {
  wrong = error;
  console.error(said.slice(-2000));
} finally {
  await browser.close();
  process.kill(-running.pid, "SIGTERM");
}
if (wrong) throw wrong;
console.log(`Walked in ${((Date.now() - begun) / 1000).toFixed(0)} s; pictures in ${pictures}`);
