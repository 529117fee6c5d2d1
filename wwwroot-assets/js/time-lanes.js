// Time lanes: one axis of sandbox time, one lane per variant. The server sends rows of numbers when something happened (LaneTape);
// here they become marks and areas, and the browser moves what moves: the line that is now, the tape, the levels.
//
// For tests: document.querySelector('.lanes').stage.reading('token-bucket') tells { at, level } as drawn in this frame: the sandbox
// time (Unix ms) from the animation itself, the level from where the moving part of the picture really is.

import * as clock from './sandbox-clock.js';
import { followMotion, still } from './motion.js';
import { Lane } from './lane.js';
import { Axis } from './lane-axis.js';
import { LaneLinks } from './lane-links.js';

const linkCode = 14, levelCode = 15;
const calmStep = 1000; // real ms at most, and half of what is in view

/** @param root the element that holds an .axis and .row[data-lane] rows, as TimeLanes.razor writes them */
export function mount(root) {
  return root.stage = new TimeLanes(root);
}

class TimeLanes {
  #timer = 0;
  #seekedTo = null;
  begun = false;

  constructor(root) {
    this.root = root;
    const update = () => this.#update();
    this.axis = new Axis(root.querySelector('.axis'), update);
    this.lanes = [...root.querySelectorAll('.row[data-lane]')].map(row => new Lane(row, update));
    this.stops = [clock.follow(update), followMotion(update), followVisibility(update)];
  }

  /**
   * Everything that is new, in one call.
   * @param begin where 0 s is (Unix ms of sandbox time) and how much is in view (ms): { origin, span }, then all starts empty; or null
   * @param lanes each lane's full level and length of windows (0: none): [{ bound, period }]; or null where they are as before
   * @param rows  numbers as LaneTape wrote them
   */
  show(begin, lanes, rows) {
    if (begin) {
      Object.assign(this, begin);
      this.#seekedTo = null;
      for (const part of this.#parts) part.begin(begin);
      this.begun = true;
    }
    if (lanes) {
      this.lanes.forEach((lane, i) => lane.adjust(lanes[i]));
      this.axis.adjust(lanes.find(l => l.period > 0));
    }
    this.#read(rows);
    this.#update(!begin && this.#seekedTo === null && !document.hidden);
  }

  #read(rows) {
    for (let i = 0; i < rows.length;) {
      const lane = this.lanes[rows[i] >> 4], kind = rows[i] & 15;
      if (kind === linkCode) {
        this.#linked().add(rows[i] >> 4, ...rows.slice(i + 1, i + 6));
        i += 6;
        continue;
      }
      if (kind !== levelCode) {
        lane?.marks.add(kind, rows[i + 1], rows[i + 2]);
        i += 3;
        continue;
      }
      const end = i + 2 + 2 * rows[i + 1], corners = [];
      for (i += 2; i < end; i += 2) corners.push([rows[i], rows[i + 1]]);
      lane?.curve.continueWith(corners);
    }
  }

  /** Shows an earlier time, in ms since 0 s, and stands still there. */
  seek(at) {
    this.#seekedTo = at;
    this.#update();
  }

  /** Back to now. */
  live() { this.seek(null); }

  /** The level of a lane as this frame draws it, and the sandbox time (Unix ms) that the frame shows. */
  reading(lane) { return this.lanes.find(l => l.key === lane)?.reading(); }

  dispose() {
    clearTimeout(this.#timer);
    this.stops.forEach(stop => stop());
    for (const part of this.#parts) part.dispose();
    delete this.root.stage;
  }

  get #parts() { return [this.axis, ...this.lanes, ...this.links ? [this.links] : []]; }

  /** Most labs have no links, so they cost nothing until the first one comes. */
  #linked() {
    if (!this.links) {
      this.links = new LaneLinks(this.root, () => this.#update());
      this.links.begin(this);
    }
    return this.links;
  }

  #update(travel = false) {
    clearTimeout(this.#timer);
    if (!this.begun) return;
    const frozen = this.#seekedTo !== null, stands = frozen || clock.paused() || still();
    const now = this.#seekedTo ?? clock.now() - this.origin;
    this.root.dataset.scrubbing = frozen;
    this.root.toggleAttribute('data-scrolled', this.axis.tape.viewFrom(now) > 0); // 0 s is no longer at the left
    const step = Math.min(calmStep, this.span / 2 / clock.rate());
    const ahead = frozen || clock.paused() ? 0 : clock.rate() * step * 1.5;
    for (const part of this.#parts) part.show({ now, ahead, frozen, stands, travel: travel && !still() });
    if (!frozen && !clock.paused() && !document.hidden) this.#timer = setTimeout(() => this.#update(), this.#untilNext(step, now));
  }

  // The browser moves everything by itself; now and then it must be drawn further ahead, and the numbers in the pictures follow their jumps.
  #untilNext(step, now) {
    const jump = Math.min(...this.lanes.map(lane => lane.nextJump(now)));
    return Math.max(50, Math.min(step, (jump - now) / clock.rate() + 10));
  }
}

function followVisibility(listener) {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}
