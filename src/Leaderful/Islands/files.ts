// <input type="file" data-most="6" data-most-bytes="10000000" data-too-many="…" data-too-large="… {name} …">: says at once what
// the house would refuse, in the element its aria-describedby names first or in #files-w, before anybody waits for it.

function wrong(input: HTMLInputElement): string {
  const files = [...(input.files ?? [])];
  if (files.length > Number(input.dataset["most"] ?? Infinity)) return input.dataset["tooMany"] ?? "";
  const large = files.find(file => file.size > Number(input.dataset["mostBytes"] ?? Infinity));
  return large ? (input.dataset["tooLarge"] ?? "").replace("{name}", large.name) : "";
}

export function start(): void {
  document.addEventListener("change", event => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== "file" || !input.dataset["most"]) return;
    const words = wrong(input);
    input.setCustomValidity(words);
    const says = document.getElementById(`${input.id}-w`);
    if (says) says.textContent = words;
  });
}
