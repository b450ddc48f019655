// Answers while there is no network, and only then: our own files, the pages a person opened on this device, and otherwise
// a page that says so. Nothing else that is somebody's is ever kept.
import { opened, ours, type Wish } from "./kept";

/** Changes with every build whose files differ. */
declare const BUILD: string;

interface Lasting extends Event { waitUntil(work: Promise<unknown>): void }
interface Asked extends Lasting { readonly request: Request; readonly preloadResponse: Promise<Response | undefined>; respondWith(answer: Promise<Response>): void }
interface Told extends Lasting { readonly data: Wish }
interface Worker {
  addEventListener(name: "message", listener: (event: Told) => void): void;
  addEventListener(name: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(name: "fetch", listener: (event: Asked) => void): void;
  skipWaiting(): Promise<void>;
  readonly registration: ServiceWorkerRegistration;
}
const worker = globalThis as unknown as Worker;

const own = ours + BUILD, lost = "/offline";
/** What a page names in its head and shows: our scripts and styles by their mark, fonts, drawings. */
const named = /(?:href|src|data-page-script)="(\/[a-z]+\.(?:js|css)\?v=[0-9a-f]+|\/fonts\/[\w-]+\.woff2)"/g;
const always = ["/icons.svg", "/mark.svg"];

const isOwn = (url: URL) => url.origin === location.origin
  && (always.includes(url.pathname) || url.pathname.startsWith("/fonts/") || (/^\/[a-z]+\.(js|css)$/.test(url.pathname) && url.searchParams.has("v")));

async function keepFilesOf(page: Response): Promise<void> {
  const cache = await caches.open(own), text = await page.text();
  for (const [, address = ""] of text.matchAll(named)) if (!await cache.match(address)) await cache.add(address).catch(() => {});
}

async function install(): Promise<void> {
  const cache = await caches.open(own);
  await cache.addAll([lost, ...always]);
  const page = await cache.match(lost);
  if (page) await keepFilesOf(page);
  await worker.skipWaiting();
}

/** Pages kept from the build before name its files: they are asked for anew, and what may not be read any more goes. */
async function activate(): Promise<void> {
  await worker.registration.navigationPreload?.enable();
  let isWhole = true;
  for (const name of (await caches.keys()).filter(one => one.startsWith(opened))) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      try {
        const answer = await fetch(request.url, { credentials: "same-origin" });
        if (isPage(answer)) { await cache.put(request, answer.clone()); await keepFilesOf(answer); } else await cache.delete(request);
      } catch { isWhole = false; }
    }
  }
  if (!isWhole) return;
  for (const name of await caches.keys()) if (name.startsWith(ours) && name !== own) await caches.delete(name);
}

/** Somewhere else, for instance where one signs in, is not the page that was asked for. */
const isPage = (answer: Response) => answer.status === 200 && !answer.redirected && (answer.headers.get("content-type") ?? "").startsWith("text/html");

async function keptPage(pathname: string): Promise<{ cache: Cache; page: Response } | undefined> {
  for (const name of (await caches.keys()).filter(one => one.startsWith(opened))) {
    const cache = await caches.open(name), page = await cache.match(pathname);
    if (page) return { cache, page };
  }
  return undefined;
}

async function page(event: Asked): Promise<Response> {
  const { pathname } = new URL(event.request.url);
  try {
    const answer = await event.preloadResponse ?? await fetch(event.request);
    event.waitUntil(renew(pathname, answer.clone()));
    return answer;
  } catch {
    return (await keptPage(pathname))?.page ?? await caches.match(lost) ?? Response.error();
  }
}

/** What somebody opened before is kept as it is now; where they may not go any more, nothing is kept. */
async function renew(pathname: string, answer: Response): Promise<void> {
  const kept = await keptPage(pathname);
  if (!kept) return;
  if (isPage(answer)) {
    await kept.cache.put(pathname, answer.clone());
    await keepFilesOf(answer);
  } else if (answer.status === 403 || answer.status === 404 || answer.type === "opaqueredirect") await kept.cache.delete(pathname);
}

async function file(request: Request): Promise<Response> {
  const cache = await caches.open(own), isForGood = new URL(request.url).search !== "" || request.url.includes("/fonts/");
  const kept = await caches.match(request);
  if (kept && isForGood) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch { return kept ?? Response.error(); }
}

/** A page somebody has open: the copies of whoever used this device before are not theirs. */
async function keep({ keep: pathname, person }: Wish): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(opened) && name !== opened + person) await caches.delete(name);
  const cache = await caches.open(opened + person);
  let page = await cache.match(pathname);
  if (!page) {
    page = await fetch(pathname, { credentials: "same-origin" });
    if (!isPage(page)) return;
    await cache.put(pathname, page.clone());
  }
  await keepFilesOf(page);
}

worker.addEventListener("message", event => {
  const { keep: pathname, person } = event.data;
  if (/^\/(?!\/)/.test(pathname) && typeof person === "string") event.waitUntil(keep(event.data).catch(() => {}));
});
worker.addEventListener("install", event => { event.waitUntil(install()); });
worker.addEventListener("activate", event => { event.waitUntil(activate()); });
worker.addEventListener("fetch", event => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (isOwn(new URL(request.url))) event.respondWith(file(request));
});
