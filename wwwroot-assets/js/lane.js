// One lane: the limiter's level as an area, the requests as marks on it, and the level in the picture at the left.

import { edgesBetween } from './lane-axis.js';
import { LaneMarks } from './lane-marks.js';
import { Tape } from './lane-tape.js';
import { LevelCurve } from './level-curve.js';
import { SizeOf } from './size-of.js';
import { TimedAnimation } from './timed-animation.js';
import { travel } from './request-travel.js';

const headroom = 0.94; // of the height, for a full level

const inside = `
  <div class="tape"><i class="edges"></i><svg class="level"><path class="area"/><path class="line"/></svg></div>
  <i class="now"></i>
  <div class="tape marks"></div>`;

export class Lane {
  constructor(row, resized) {
    this.key = row.dataset.lane;
    const host = row.querySelector('.lane');
    host.innerHTML = inside;
    const [back, line, front] = host.children;
    const [edges, { children: [area, stroke] }] = back.children;
    Object.assign(this, { edges, area, stroke });
    this.size = new SizeOf(host, resized);
    this.tape = new Tape([back, front], line);
    [this.front, this.marks] = [front, new LaneMarks(front)];
    // The moving part of the picture: shifted down by what its level lacks, its own height being the full level.
    this.moving = row.querySelector('[data-level]');
    this.level = this.moving && new TimedAnimation(this.moving);
    this.number = row.querySelector('[data-level-number]');
  }

  begin({ origin, span }) {
    [this.origin, this.span] = [origin, span];
    this.curve = new LevelCurve();
    this.marks.clear();
    this.tape.begin({ origin, span });
  }

  adjust({ bound, period }) { [this.bound, this.period] = [bound || 1, period]; }

  show(view) {
    this.tape.show(view);
    const from = this.tape.viewFrom(view.now), to = from + this.span + view.ahead, early = from - this.span / 10;
    this.#drawEdges(early, to);
    this.#drawArea(early, view.frozen ? view.now : to);
    this.#drawLevel(view);
    const { fresh, moved } = this.marks.show({
      from: early, to: view.frozen ? view.now : to, base: this.tape.base, span: this.span, size: this.size,
      walls: this.period ? edgesBetween(this.period, this.origin, early, to) : [],
    });
    if (view.travel) travel(this.front, fresh, moved, (from - this.tape.base) / this.span * this.size.width);
  }

  /** Sandbox time of the next jump of the level, or Infinity: the number in the picture changes there. */
  nextJump(now) {
    const corners = this.curve.corners;
    return corners.find(([at], i) => at > now && corners[i + 1]?.[0] === at)?.[0] ?? Infinity;
  }

  // A repeated background, as long as the tape is drawn ahead: no element per edge.
  #drawEdges(from, to) {
    this.edges.hidden = !this.period;
    if (!this.period) return;
    const { base } = this.tape, [first] = edgesBetween(this.period, this.origin, from, from + this.period);
    const spans = Math.max(1, (to - first) / this.span);
    Object.assign(this.edges.style, {
      left: `${(first - base) / this.span * 100}%`, width: `${spans * 100}%`, backgroundSize: `${this.period / this.span / spans * 100}% 6px`,
    });
  }

  #drawArea(from, to) {
    const { width, height } = this.size, corners = this.curve.part(from, to);
    const x = at => ((at - this.tape.base) / this.span * width).toFixed(1), y = level => (height * (1 - headroom * Math.min(1, level / this.bound))).toFixed(1);
    const path = corners.map(([at, level]) => `${x(at)} ${y(level)}`).join('L');
    this.area.setAttribute('d', path && `M${x(corners[0][0])} ${height}L${path}L${x(corners.at(-1)[0])} ${height}Z`);
    this.stroke.setAttribute('d', path && `M${path}`);
  }

  #drawLevel({ now, stands }) {
    if (this.number) this.number.textContent = Math.floor((this.curve.levelAt(now) ?? 0) + 1e-6);
    if (!this.level || !this.curve.corners.length) return;
    const corners = this.curve.since(now);
    const start = corners[0][0], length = Math.max(1, corners.at(-1)[0] - start);
    const frames = corners.map(([at, level]) => ({ offset: (at - start) / length, transform: `translateY(${this.#lack(level)}%)` }));
    this.level.draw([...frames, { ...frames.at(-1), offset: 1 }], this.origin + start, length);
    if (stands) this.level.hold(this.origin + now); else this.level.run();
  }

  #lack(level) { return (100 - 100 * Math.min(1, level / this.bound)).toFixed(3); }

  reading() {
    if (!this.level) return null;
    const shift = new DOMMatrix(getComputedStyle(this.moving).transform).f / this.moving.getBBox().height;
    return { at: this.level.drawnAt, level: this.bound * (1 - shift) };
  }

  dispose() { this.tape.dispose(); this.level?.cancel(); this.size.stop(); }
}
