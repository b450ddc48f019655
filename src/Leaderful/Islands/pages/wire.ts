// A page's document over a socket, as y-websocket speaks it: 0 sync (0 what I have, 1 what you lack, 2 a change), 1 who is
// here, 2 permission denied, 3 tell me who is here. Of our own is 9: how many of the changes sent over this connection are kept
// for good, counted from its beginning.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates, type Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { wait } from "../backoff";

export type Ended = "lost" | "gone";
export interface Heard {
  /** The connection came or went, or the document is now what the server has. */
  changed(): void;
  /** One of the changes sent; how many were counted is for whoever counts them. */
  kept(messages: number): void;
  /** The connection is gone, and with it the certainty that anything on its way arrived. */
  cut(): void;
  /** All that the server lacked was sent at once; whether that was anything. */
  caughtUp(sent: boolean): void;
  /** The server does not take what is written here. */
  refused(): void;
  /** It takes it again. */
  allowed?(): void;
  ended(why: Ended): void;
}

const message = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, kept: 9 };
const step = { iHave: 0, youLack: 1, change: 2 };
const ends: Record<number, Ended> = { 4403: "lost", 4404: "gone" };
/** Half of half a minute: then we ask, and after as long again without a word we begin anew. */
const silence = 15_000;
/** A diff of nothing: no structs and nothing deleted. */
const nothing = 2;

export class Wire {
  isOpen = false;
  /** The document holds all the server had when it connected. */
  isSynced = false;
  private socket: WebSocket | undefined;
  /** The server said what it has, so that it can be told each change as it comes. */
  private isAnswered = false;
  private failures = 0;
  private heardAt = 0;
  private askedAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly beat: ReturnType<typeof setInterval>;
  private isOver = false;
  /** Whether this page is one to write on; a connection may be told otherwise for as long as it lasts. */
  private readonly isForWriting: boolean;
  private isRefused = false;
  /** What I said of myself before I left. */
  private here: Record<string, unknown> | null = null;

  constructor(private readonly doc: Y.Doc, private readonly awareness: Awareness, private readonly address: string,
    public isWritable: boolean, private readonly heard: Heard) {
    this.isForWriting = isWritable;
    awareness.on("update", this.someoneMoved);
    addEventListener("online", this.now);
    addEventListener("offline", this.hangUp);
    addEventListener("pageshow", this.now);
    addEventListener("pagehide", this.leave);
    this.beat = setInterval(this.listen, silence / 3);
    this.connect();
  }

  /** Sends a change of this device's, unless it has to wait for a connection: then it goes with all that waits. */
  send(update: Uint8Array): boolean {
    if (!this.isAnswered || !this.isWritable) return false;
    this.write(encoder => {
      encoding.writeVarUint(encoder, message.sync);
      encoding.writeVarUint(encoder, step.change);
      encoding.writeVarUint8Array(encoder, update);
    });
    return true;
  }

  stop(): void {
    if (this.isOver) return;
    this.leave();
    this.isOver = true;
    clearInterval(this.beat);
    clearTimeout(this.timer);
    this.awareness.off("update", this.someoneMoved);
    removeEventListener("online", this.now);
    removeEventListener("offline", this.hangUp);
    removeEventListener("pageshow", this.now);
    removeEventListener("pagehide", this.leave);
    this.hangUp();
  }

  // ---- the connection -------------------------------------------------------

  private readonly now = (event: Event): void => {
    if (this.isOver) return;
    // A page that the browser had laid aside is shown again.
    if (event.type === "pageshow" && this.here && !this.awareness.getLocalState()) this.awareness.setLocalState(this.here);
    if (this.socket) return;
    clearTimeout(this.timer);
    this.connect();
  };

  private connect(): void {
    if (this.isOver) return;
    const socket = this.socket = new WebSocket(this.address);
    this.isWritable = this.isForWriting;
    socket.binaryType = "arraybuffer";
    this.heardAt = Date.now();
    this.askedAt = 0;
    socket.onopen = () => {
      if (this.socket !== socket) return;
      this.isOpen = true;
      this.iHave();
      this.write(encoder => { encoding.writeVarUint(encoder, message.queryAwareness); });
      this.tell([this.doc.clientID]);
      this.heard.changed();
    };
    socket.onmessage = ({ data }: MessageEvent<ArrayBuffer | string>) => {
      if (this.socket === socket && data instanceof ArrayBuffer) this.read(new Uint8Array(data));
    };
    socket.onclose = ({ code }) => { if (this.socket === socket) this.closed(code); };
  }

  private closed(code: number): void {
    this.socket = undefined;
    this.isOpen = this.isSynced = this.isAnswered = false;
    const others = [...this.awareness.getStates().keys()].filter(id => id !== this.doc.clientID);
    removeAwarenessStates(this.awareness, others, this);
    this.heard.cut();
    const end = ends[code];
    if (end) {
      this.stop();
      this.heard.ended(end);
    } else if (!this.isOver) {
      this.timer = setTimeout(() => { this.connect(); }, wait(this.failures++));
    }
    this.heard.changed();
  }

  private readonly hangUp = (): void => {
    const { socket } = this;
    if (!socket) return;
    socket.close();
    // Without a network the browser waits long for the other side's goodbye.
    this.closed(1000);
  };

  /** So that the others need not wait until one who has gone is counted out. */
  private readonly leave = (): void => {
    this.here = this.awareness.getLocalState();
    if (this.isOpen) removeAwarenessStates(this.awareness, [this.doc.clientID], "left");
  };

  private readonly listen = (): void => {
    const now = Date.now();
    if (!this.socket || now - this.heardAt < silence) return;
    if (this.askedAt > this.heardAt) {
      if (now - this.askedAt >= silence) this.hangUp();
      return;
    }
    this.askedAt = now;
    this.write(encoder => { encoding.writeVarUint(encoder, message.queryAwareness); });
  };

  // ---- what is said ----------------------------------------------------------

  private write(fill: (encoder: encoding.Encoder) => void): void {
    if (this.socket?.readyState !== WebSocket.OPEN) return;
    const encoder = encoding.createEncoder();
    fill(encoder);
    this.socket.send(encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>);
  }

  private iHave(): void {
    this.write(encoder => {
      encoding.writeVarUint(encoder, message.sync);
      encoding.writeVarUint(encoder, step.iHave);
      encoding.writeVarUint8Array(encoder, Y.encodeStateVector(this.doc));
    });
  }

  private tell(clients: number[]): void {
    if (clients.every(id => !this.awareness.meta.has(id))) return;
    this.write(encoder => {
      encoding.writeVarUint(encoder, message.awareness);
      encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(this.awareness, clients));
    });
  }

  private readonly someoneMoved = ({ added, updated, removed }: Record<"added" | "updated" | "removed", number[]>, origin: unknown): void => {
    if (origin === this) return;
    const mine = [...added, ...updated, ...removed].filter(id => id === this.doc.clientID);
    if (mine.length > 0) this.tell(mine);
  };

  private read(data: Uint8Array): void {
    this.heardAt = Date.now();
    const decoder = decoding.createDecoder(data);
    switch (decoding.readVarUint(decoder)) {
      case message.sync: this.readSync(decoder); break;
      case message.awareness: applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this); break;
      case message.auth: this.isWritable = false; this.isRefused = true; this.heard.refused(); break;
      case message.queryAwareness: this.tell([this.doc.clientID]); break;
      case message.kept: this.heard.kept(decoding.readVarUint(decoder)); break;
    }
  }

  private readSync(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder), body = decoding.readVarUint8Array(decoder);
    if (kind === step.iHave) { this.catchUp(body); return; }
    Y.applyUpdate(this.doc, body, this);
    if (kind !== step.youLack || this.isSynced) return;
    this.isSynced = true;
    this.failures = 0;
    this.heard.changed();
  }

  /** What the server lacks goes as a change and not as an answer, so that it is counted like any other. */
  private catchUp(theirs: Uint8Array): void {
    // Who may not write has been told so before.
    if (!this.isWritable) return;
    if (this.isRefused) this.heard.allowed?.();
    this.isRefused = false;
    const update = Y.encodeStateAsUpdate(this.doc, theirs);
    this.isAnswered = true;
    const isSomething = update.length > nothing;
    if (isSomething) this.send(update);
    this.heard.caughtUp(isSomething);
  }
}
