// How long until a note one wrote can be read, from asking for its page: the server, the way of the page, and decryption in the browser.
// node opening.mjs ADDRESS TURNS; the server has the demo. The key was opened before in the same browser, as on every page after the first.
import { chromium } from '../../src/Leaderful/node_modules/playwright-core/index.mjs';

const [address, turns] = [process.argv[2], Number(process.argv[3] ?? 40)];
const said = 'What she values: that nobody waits in the corridor.';
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
await page.goto(`${address}/sign-in`);
await page.getByRole('button', { name: /Ruth/ }).first().click();
await page.waitForURL(url => !url.pathname.startsWith('/sign-in'));
await page.goto(`${address}/c/millbrook/one-to-ones`);
await page.locator('.items a').first().click();
const note = page.locator('[data-note-field]').first();
await note.fill(said);
await page.getByRole('button', { name: 'Keep', exact: true }).click();
await page.getByLabel('A passphrase', { exact: true }).fill('ladder cloud seven spoon');
await page.getByRole('button', { name: 'Take this passphrase' }).click();
await page.getByLabel('I have kept it').check();
await page.getByRole('button', { name: 'Go on' }).click();
await page.getByText('Kept, and locked.').waitFor();
await page.addInitScript(expected => {
  const look = () => {
    const field = document.querySelector('[data-note-field]');
    if (field?.value === expected) window.readAt = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}, said);
const waits = [];
for (let turn = -5; turn < turns; turn++) {
  await page.goto(page.url());
  await page.waitForFunction(() => window.readAt > 0);
  if (turn >= 0) waits.push(await page.evaluate(() => window.readAt));
}
waits.sort((a, b) => a - b);
const at = share => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))].toFixed(0);
console.log(`notes: p50 ${at(0.5)} ms  p90 ${at(0.9)} ms  longest ${at(1)} ms  of ${waits.length}`);
await browser.close();
