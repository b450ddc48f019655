// What was written here and is not yet known to be kept. A change is what one writes without a pause, not each letter.
const pause = 1500;

export class Waiting {
  private held = 0;
  private isHeld = false;
  /** What each message on its way holds, in the order they were sent. */
  private sent: number[] = [];
  private known = 0;
  private lastAt = -Infinity;

  /** Everything is kept for good. */
  get isSettled(): boolean { return !this.isHeld && this.sent.length === 0; }

  get count(): number {
    return this.isSettled ? 0 : Math.max(1, this.held + this.sent.reduce((sum, n) => sum + n, 0));
  }

  /** Known from before the browser was closed. */
  restore(count: number): void {
    if (count === 0) return;
    this.held += count;
    this.isHeld = true;
  }

  typed(isSent: boolean, now = Date.now()): void {
    const change = now - this.lastAt > pause || this.isSettled ? 1 : 0;
    this.lastAt = now;
    if (isSent) { this.sent.push(change); return; }
    this.held += change;
    this.isHeld = true;
  }

  /** All that waited went in one message, or the server had it already. */
  caughtUp(isSent: boolean): void {
    if (isSent) this.sent.push(this.held);
    this.held = 0;
    this.isHeld = false;
  }

  kept(messages: number): void {
    for (; this.known < messages && this.sent.length > 0; this.known++) this.sent.shift();
  }

  cut(): void {
    this.isHeld ||= this.sent.length > 0;
    this.held += this.sent.reduce((sum, n) => sum + n, 0);
    this.sent = [];
    this.known = 0;
  }
}
