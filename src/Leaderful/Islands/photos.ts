// <input type="file" data-small="512">: a picture chosen there is made as small as it will be shown, square round its middle, before
// it is sent. With data-fit="1600" it stays whole and is no longer or wider than that. A phone's would take long on its way and be refused for its size; without script it is sent as it is.

const sent = async (canvas: HTMLCanvasElement, file: File): Promise<File> => {
  const kind = file.type === "image/png" ? "image/png" : "image/jpeg";
  const bytes = await new Promise<Blob | null>(done => canvas.toBlob(done, kind, 0.86));
  return bytes ? new File([bytes], file.name, { type: kind }) : file;
};

async function whole(file: File, most: number): Promise<File> {
  const picture = await createImageBitmap(file);
  const by = Math.min(1, most / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(picture.width * by), Math.round(picture.height * by)];
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return sent(canvas, file);
}

async function small(file: File, side: number): Promise<File> {
  const picture = await createImageBitmap(file);
  const cut = Math.min(picture.width, picture.height);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.min(side, cut);
  canvas.getContext("2d")?.drawImage(picture, (picture.width - cut) / 2, (picture.height - cut) / 2, cut, cut, 0, 0, canvas.width, canvas.width);
  picture.close();
  return sent(canvas, file);
}

export function start(): void {
  let passing = false;
  // Before whoever looks at its size.
  document.addEventListener("change", event => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !(input.dataset["small"] ?? input.dataset["fit"]) || passing) return;
    const file = input.files?.[0];
    if (!file) return;
    event.stopImmediatePropagation();
    const made = input.dataset["fit"] ? whole(file, Number(input.dataset["fit"])) : small(file, Number(input.dataset["small"]));
    void made.catch(() => file).then(made => {
      if (input.files?.[0] !== file) return;
      const chosen = new DataTransfer();
      chosen.items.add(made);
      input.files = chosen.files;
      passing = true;
      input.dispatchEvent(new Event("change", { bubbles: true }));
      passing = false;
    });
  }, true);
}
