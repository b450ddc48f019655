// Whoever is led to a place of a page (#p10) sees it, also once a picture in it has come and moved everything. Whoever has moved
// on by then is left where they are.
export function start(): void {
  history.scrollRestoration = "auto";
  const place = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const coming = [...place?.querySelectorAll("img") ?? []].filter(picture => !picture.complete);
  if (!place || coming.length === 0) return;
  place.scrollIntoView({ block: "start" });
  const moved = new AbortController();
  for (const kind of ["wheel", "touchstart", "keydown", "pointerdown"]) addEventListener(kind, () => { moved.abort(); }, { passive: true, signal: moved.signal });
  for (const picture of coming) {
    // It would else wait until it is in view, and push away what is.
    picture.loading = "eager";
    picture.addEventListener("load", () => { place.scrollIntoView({ block: "start" }); }, { once: true, signal: moved.signal });
  }
}
