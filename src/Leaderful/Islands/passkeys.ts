// data-passkey="register" or "sign-in", on a form or on a button in one. Options come from data-options (POST, the
// form's fields go along); the credential goes into the form's hidden field "credential", and the form is sent.
// Words for what went wrong: data-failed, data-cancelled, data-exists; they are put into the form's .wrong.
import { fromBase64, toAddress } from "./bytes";
import { all } from "./dom";

type Kind = "register" | "sign-in";
type Json = Record<string, unknown>;

const text = (buffer: ArrayBuffer): string => toAddress(new Uint8Array(buffer));

interface Described { id: string; type: PublicKeyCredentialType; transports?: AuthenticatorTransport[] }
const described = (list: unknown) => (list as Described[] | undefined)?.map(one => ({ ...one, id: fromBase64(one.id) }));

/** A passkey is asked for its secret for private notes (PRF) as it is made: some have none otherwise. */
export const creation = (json: Json): PublicKeyCredentialCreationOptions => {
  const made = parsed(json);
  return { ...made, extensions: { ...made.extensions, prf: {} } };
};

/** Also in browsers that have passkeys but cannot yet read their options from JSON. */
function parsed(json: Json): PublicKeyCredentialCreationOptions {
  if (typeof PublicKeyCredential.parseCreationOptionsFromJSON === "function")
    return PublicKeyCredential.parseCreationOptionsFromJSON(json as unknown as PublicKeyCredentialCreationOptionsJSON);
  const user = json["user"] as Json;
  return {
    ...json,
    challenge: fromBase64(json["challenge"] as string),
    user: { ...user, id: fromBase64(user["id"] as string) },
    excludeCredentials: described(json["excludeCredentials"]) ?? [],
    extensions: {},
  } as unknown as PublicKeyCredentialCreationOptions;
}

export function request(json: Json): PublicKeyCredentialRequestOptions {
  if (typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function")
    return PublicKeyCredential.parseRequestOptionsFromJSON(json as unknown as PublicKeyCredentialRequestOptionsJSON);
  return {
    ...json,
    challenge: fromBase64(json["challenge"] as string),
    allowCredentials: described(json["allowCredentials"]) ?? [],
    extensions: {},
  } as unknown as PublicKeyCredentialRequestOptions;
}

/** The secret a passkey derives for private notes (PRF) must never leave this device. */
export function posted(credential: PublicKeyCredential): string {
  const json = typeof credential.toJSON === "function" ? credential.toJSON() as unknown as Json : written(credential);
  const results = { ...(json["clientExtensionResults"] as Json | undefined) };
  delete results["prf"];
  return JSON.stringify({ ...json, clientExtensionResults: results });
}

function written(credential: PublicKeyCredential): Json {
  const response = credential.response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse;
  const parts: Json = { clientDataJSON: text(response.clientDataJSON) };
  if ("attestationObject" in response) {
    parts["attestationObject"] = text(response.attestationObject);
    parts["transports"] = response.getTransports?.() ?? [];
  }
  if ("signature" in response) {
    parts["authenticatorData"] = text(response.authenticatorData);
    parts["signature"] = text(response.signature);
    parts["userHandle"] = response.userHandle ? text(response.userHandle) : null;
  }
  return {
    id: credential.id, rawId: text(credential.rawId), type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(), response: parts,
  };
}

const formOf = (element: HTMLElement) =>
  element instanceof HTMLFormElement ? element : element.closest("form") ?? (element as HTMLButtonElement).form;

let under: AbortController | undefined;

async function options(element: HTMLElement, form: HTMLFormElement, signal: AbortSignal): Promise<Json> {
  const answer = await fetch(element.dataset["options"] ?? "", {
    method: "POST", body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>),
    headers: { Accept: "application/json" }, credentials: "same-origin", signal,
  });
  if (!answer.ok) throw new Error(`options: ${answer.status}`);
  const json = await answer.json() as Json;
  return (json["publicKey"] ?? json) as Json;
}

async function use(element: HTMLElement, quietly: boolean): Promise<void> {
  const form = formOf(element);
  const field = form?.elements.namedItem("credential");
  if (!form || !(field instanceof HTMLInputElement)) return;
  under?.abort();                                   // only one request may wait at a time
  const { signal } = under = new AbortController();
  const wrong = form.querySelector<HTMLElement>(".wrong");
  if (!quietly) { say(wrong, ""); form.setAttribute("aria-busy", "true"); }
  try {
    const kind = element.dataset["passkey"] as Kind;
    const json = await options(element, form, signal);
    const credential = kind === "register"
      ? await navigator.credentials.create({ publicKey: creation(json), signal })
      : await navigator.credentials.get({ publicKey: request(json), signal, ...(quietly ? { mediation: "conditional" as const } : {}) });
    if (!credential) throw new Error("no credential");
    field.value = posted(credential as PublicKeyCredential);
    if (element instanceof HTMLButtonElement && element.hasAttribute("formaction")) form.action = element.formAction;
    form.submit();
  } catch (error) {
    if (signal.aborted || quietly) return;          // taken over by a newer request, or never asked for
    const name = error instanceof DOMException ? error.name : "";
    const words = element.dataset;
    say(wrong, (name === "InvalidStateError" ? words["exists"] : undefined)
      ?? (name === "NotAllowedError" || name === "AbortError" ? words["cancelled"] : undefined)
      ?? words["failed"] ?? "");
  } finally {
    form.removeAttribute("aria-busy");
  }
}

function say(wrong: HTMLElement | null, words: string): void {
  if (!wrong) return;
  wrong.textContent = words;
  wrong.hidden = words === "";
}

const supported = () => "PublicKeyCredential" in window && "credentials" in navigator;

/** The server may leave them hidden; without passkeys they stay so. */
export function prepare(root: ParentNode): void {
  for (const one of all(root, "[data-passkey], [data-passkey-only]")) one.hidden = !supported();
}

export function start(): void {
  if (!supported()) return;
  document.addEventListener("submit", event => {
    const form = event.target as HTMLFormElement;
    if (!form.dataset["passkey"]) return;
    event.preventDefault();
    void use(form, false);
  });
  document.addEventListener("click", event => {
    const button = (event.target as Element).closest<HTMLElement>("button[data-passkey]");
    if (!button) return;
    event.preventDefault();
    void use(button, false);
  });
  addEventListener("pagehide", () => under?.abort());
  void offerQuietly();
}

/** Where the address is asked for, the browser offers a passkey among its suggestions. */
async function offerQuietly(): Promise<void> {
  if (!document.querySelector('input[autocomplete~="webauthn"]')) return;
  const element = document.querySelector<HTMLElement>('[data-passkey="sign-in"]');
  if (element && await PublicKeyCredential.isConditionalMediationAvailable?.()) await use(element, true);
}
