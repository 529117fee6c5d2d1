// What scrolls: until now reaches nine tenths of the width the tape stands and a line moves; then the line stands and the tape moves.

import { TimedAnimation } from './timed-animation.js';

const nowAt = 0.9;
const horizon = 3_600_000; // sandbox ms that one set of keyframes lasts

export class Tape {
  base = 0; // the sandbox time (since 0 s) at the tape's left end

  constructor(tape, line) {
    this.tape = tape;
    this.moving = new TimedAnimation(tape);
    this.line = new TimedAnimation(line);
  }

  begin({ origin, span }) {
    [this.origin, this.span] = [origin, span];
    this.#lay(0);
  }

  /** The first time in view when it is `now`. */
  viewFrom(now) { return Math.max(0, now - nowAt * this.span); }

  /** Moves with the clock or stands; true where the tape was laid anew and everything on it needs new places. */
  show({ now, stands }) {
    const far = now - this.base > horizon / 2 || now < this.base;
    if (far) this.#lay(this.viewFrom(now));
    for (const part of [this.moving, this.line]) if (stands) part.hold(this.origin + now); else part.run();
    return far;
  }

  #lay(base) {
    this.base = base;
    const turn = Math.max(0, nowAt * this.span - base); // from here on the tape moves
    const scroll = at => -(Math.max(0, at - nowAt * this.span) - base) / this.span;
    this.moving.draw([
      { transform: `translateX(${scroll(base) * 100}%)`, offset: 0 },
      { transform: `translateX(${scroll(base + turn) * 100}%)`, offset: turn / horizon },
      { transform: `translateX(${scroll(base + horizon) * 100}%)`, offset: 1 },
    ], this.origin + base, horizon);
    const line = at => Math.min(at / this.span, nowAt);
    this.line.draw([
      { transform: `translateX(${line(base) * 100}%)`, offset: 0 },
      { transform: `translateX(${line(base + turn) * 100}%)`, offset: turn / horizon },
      { transform: `translateX(${line(base + horizon) * 100}%)`, offset: 1 },
    ], this.origin + base, horizon);
  }

  dispose() { this.moving.cancel(); this.line.cancel(); }
}
