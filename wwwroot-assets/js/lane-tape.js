// What scrolls: until now reaches nine tenths of the width the tape stands and a line moves; then the line stands and the tape moves.

import { TimedAnimation } from './timed-animation.js';

const nowAt = 0.9;
const horizon = 60; // spans that one set of keyframes lasts
const longest = 6; // spans that the tape may have grown before it is laid anew: what is drawn on it starts at its left end

export class Tape {
  base = 0; // the sandbox time (since 0 s) at the tape's left end

  /** @param strips what moves together; @param line the line that is now */
  constructor(strips, line) {
    this.strips = strips.map(strip => new TimedAnimation(strip));
    this.line = new TimedAnimation(line);
  }

  begin({ origin, span }) {
    [this.origin, this.span] = [origin, span];
    this.#lay(0);
  }

  /** The first time in view when it is `now`. */
  viewFrom(now) { return Math.max(0, now - nowAt * this.span); }

  /** Moves with the clock, or stands. */
  show({ now, stands }) {
    if (now < this.base || now > this.base + longest * this.span) this.#lay(this.viewFrom(now));
    for (const part of [...this.strips, this.line]) if (stands) part.hold(this.origin + now); else part.run();
  }

  // Transforms are shares of the lane's own width, so that a wider window needs none of this again.
  #lay(base) {
    this.base = base;
    const turn = Math.max(0, nowAt * this.span - base); // from then on the tape moves instead of the line
    const length = horizon * this.span;
    const keyframes = share => [0, turn, length].map(after => ({
      offset: after / length, transform: `translateX(${(100 * share(base + after)).toFixed(4)}%)`,
    }));
    for (const strip of this.strips) strip.draw(keyframes(at => (base - this.viewFrom(at)) / this.span), this.origin + base, length);
    this.line.draw(keyframes(at => Math.min(at / this.span, nowAt)), this.origin + base, length);
  }

  dispose() { for (const part of [...this.strips, this.line]) part.cancel(); }
}
