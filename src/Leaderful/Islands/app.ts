// Small islands that know the page and not what it is about. Each works by data attributes described in its own file;
// every page works without them.
import * as arriving from "./arriving";
import * as beside from "./beside";
import * as copy from "./copy";
import { all } from "./dom";
import * as drafts from "./drafts";
import * as files from "./files";
import * as live from "./live";
import * as names from "./names";
import { prepared } from "./morph";
import * as notes from "./notes";
import * as offline from "./offline";
import * as pages from "./pages";
import * as passkeys from "./passkeys";
import * as photos from "./photos";
import * as places from "./places";
import * as playback from "./playback";
import * as preview from "./preview";
import * as quote from "./quote";
import * as sending from "./sending";
import * as tabs from "./tabs";
import * as times from "./times";
import * as toast from "./toast";
import * as toolbar from "./toolbar";
import * as wall from "./wall";
import * as zones from "./zones";

prepared.push(times.localise, zones.chooseZones, passkeys.prepare, preview.prepare, copy.prepare, toolbar.prepare, tabs.prepare);
const prepare = [...prepared, wall.prepare, drafts.restore, sending.prepare, offline.prepare, pages.prepare, notes.prepare];

for (const island of [arriving, beside, drafts, files, copy, names, notes, passkeys, photos, offline, places, playback, preview, quote, sending, toast, toolbar, wall]) island.start();
for (const each of prepare) each(document);
times.keepFresh();
live.start();

// Whatever is put into the page later is prepared as well.
new MutationObserver(records => {
  const changed = records.flatMap(record => [...record.addedNodes, ...record.removedNodes]).filter(node => node instanceof Element);
  for (const node of new Set(changed)) if (node.isConnected) for (const each of prepare) each(node);
  if (changed.some(node => all(node, "[data-live]").length > 0)) document.dispatchEvent(new Event("leaderful:shown"));
}).observe(document.body, { childList: true, subtree: true });
