// Time lanes: one axis of sandbox time, one lane per variant. The server sends rows of numbers when something happened (LaneTape);
// here they become marks and areas, and the browser moves what moves: the line that is now, the tape, the levels.
//
// For tests: element.stage.reading(lane) tells { at, level } as drawn in this frame, computed from the animated element itself.

import * as clock from './sandbox-clock.js';
import { followMotion, still } from './motion.js';
import { Lane } from './lane.js';
import { Axis } from './lane-axis.js';

const levelCode = 15;
const calmStep = 1000; // real ms

/**
 * @param root the element that holds .row[data-lane] rows and one .axis, as TimeLanes.razor writes them
 * @param options { origin, span, lanes: [{ bound, period, phase }] }: see configure()
 */
export function mount(root, options) {
  return root.stage = new TimeLanes(root, options);
}

class TimeLanes {
  #timer = 0;
  #seekedTo = null;

  constructor(root, options) {
    this.root = root;
    this.axis = new Axis(root.querySelector('.axis'));
    this.lanes = [...root.querySelectorAll('.row[data-lane]')].map(row => new Lane(row));
    this.configure(options);
    this.stops = [
      clock.follow(() => this.#update()),
      followMotion(() => this.#update()),
    ];
    this.resized = new ResizeObserver(() => this.#update());
    this.resized.observe(root.querySelector('.axis'));
    this.visible = () => this.#update();
    document.addEventListener('visibilitychange', this.visible);
  }

  /** Where 0 s is (Unix ms of sandbox time), how much is in view (ms), each lane's bound and window edges. Starts empty. */
  configure({ origin, span, lanes }) {
    [this.origin, this.span, this.#seekedTo] = [origin, span, null];
    lanes.forEach((options, i) => this.lanes[i].begin({ ...options, origin, span }));
    this.axis.begin({ origin, span, edges: lanes.find(l => l.period > 0) });
    if (this.stops) this.#update();
  }

  /** New settings of the limiters; what is drawn stays. */
  adjust(lanes) {
    lanes.forEach((options, i) => this.lanes[i].adjust(options));
    this.axis.adjust(lanes.find(l => l.period > 0));
    this.#update();
  }

  /** Takes rows of numbers as LaneTape wrote them. */
  draw(rows) {
    for (let i = 0; i < rows.length;) {
      const lane = this.lanes[rows[i] >> 4], kind = rows[i] & 15;
      if (kind !== levelCode) {
        lane?.marks.add(kind, rows[i + 1], rows[i + 2]);
        i += 3;
        continue;
      }
      const end = i + 2 + 2 * rows[i + 1], corners = [];
      for (i += 2; i < end; i += 2) corners.push([rows[i], rows[i + 1]]);
      lane?.curve.continueWith(corners);
    }
    this.#update(this.#seekedTo === null && !document.hidden);
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
    this.resized.disconnect();
    document.removeEventListener('visibilitychange', this.visible);
    for (const part of [this.axis, ...this.lanes]) part.dispose();
    delete this.root.stage;
  }

  #update(travel = false) {
    clearTimeout(this.#timer);
    const frozen = this.#seekedTo !== null, stands = frozen || clock.paused() || still();
    const now = this.#seekedTo ?? clock.now() - this.origin;
    this.root.dataset.scrubbing = frozen;
    // Drawn ahead far enough to reach to the next calm step, at every clock rate.
    const ahead = stands && !still() ? 0 : clock.rate() * calmStep * 3;
    for (const part of [this.axis, ...this.lanes]) part.show({ now, ahead, frozen, stands, travel: travel && !still() });
    if (!frozen && !clock.paused() && !document.hidden) this.#timer = setTimeout(() => this.#update(), calmStep);
  }
}
