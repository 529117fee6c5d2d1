// One lane: the limiter's level as an area, the requests as marks on it, and the level in the picture at the left.

import { edgesBetween } from './lane-axis.js';
import { LaneMarks } from './lane-marks.js';
import { Tape } from './lane-tape.js';
import { LevelCurve } from './level-curve.js';
import { TimedAnimation } from './timed-animation.js';
import { travel } from './request-travel.js';

export class Lane {
  constructor(row) {
    this.key = row.dataset.lane;
    this.host = row.querySelector('.lane');
    this.host.innerHTML = `<div class="tape"><i class="grid"></i><svg class="level" preserveAspectRatio="none" aria-hidden="true"><path class="area"/><path class="line"/></svg><i class="edges"></i><div class="marks"></div></div><i class="now"></i>`;
    const [strip, line] = this.host.children;
    [this.grid, this.svg, this.edges] = strip.children;
    [this.area, this.stroke] = this.svg.children;
    this.marks = new LaneMarks(strip.lastChild);
    this.tape = new Tape(strip, line);
    // The moving part of the picture: shifted down by what its level lacks, its own height being the full level.
    this.moving = row.querySelector('[data-level]');
    this.level = this.moving && new TimedAnimation(this.moving);
    this.number = row.querySelector('[data-level-number]');
  }

  begin({ origin, span, ...options }) {
    [this.origin, this.span] = [origin, span];
    this.curve = new LevelCurve();
    this.marks.clear();
    this.tape.begin({ origin, span });
    this.svg.setAttribute('viewBox', `0 0 ${span} 1`);
    this.adjust(options);
  }

  adjust({ bound, period }) {
    [this.bound, this.period] = [bound, period];
    this.edges.hidden = !period;
  }

  show(view) {
    this.tape.show(view);
    const from = this.tape.viewFrom(view.now), to = from + this.span + view.ahead;
    this.#drawGrid(to);
    this.#drawArea(from, to, view);
    this.#drawLevel(view);
    const fresh = this.marks.show({
      from: from - this.span / 10, to: view.frozen ? view.now : to, base: this.tape.base, span: this.span,
      width: this.host.clientWidth, height: this.host.clientHeight, walls: this.period ? edgesBetween(this, this.origin, from, to) : [],
    });
    if (view.travel) travel(fresh);
  }

  #drawArea(from, to, { now, frozen }) {
    const x = at => (at - this.tape.base).toFixed(1), y = level => (1 - 0.94 * Math.min(1, level / this.bound)).toFixed(4);
    const corners = this.curve.between(from - this.span / 10, frozen ? now : to);
    if (!corners.length) { this.area.removeAttribute('d'); this.stroke.removeAttribute('d'); return; }
    const path = corners.map(([at, level]) => `${x(at)} ${y(level)}`).join('L');
    this.area.setAttribute('d', `M${x(corners[0][0])} 1L${path}L${x(corners.at(-1)[0])} 1Z`);
    this.stroke.setAttribute('d', `M${path}`);
  }

  #drawLevel({ now, stands }) {
    if (this.level && this.curve.corners.length) {
      const corners = this.curve.between(now, Infinity).slice(0, -1);
      const start = corners[0][0], length = Math.max(1, corners.at(-1)[0] - start);
      const frames = corners.map(([at, level]) => ({ offset: (at - start) / length, transform: `translateY(${this.#lack(level)}%)` }));
      this.level.draw([...frames, { ...frames.at(-1), offset: 1 }], this.origin + start, length);
      if (stands) this.level.hold(this.origin + now); else this.level.run();
    }
    if (this.number) this.number.textContent = Math.floor(this.curve.levelAt(now) + 1e-6);
  }

  #lack(level) { return (100 - 100 * Math.min(1, level / this.bound)).toFixed(3); }

  // Grid and edges are backgrounds: no element per line, and as long as the tape is drawn ahead.
  #drawGrid(to) {
    const { base } = this.tape, width = `${Math.ceil((to - base) / this.span / 4) * 400}%`;
    this.grid.style.width = width;
    if (!this.period) return;
    const [first] = edgesBetween(this, this.origin, base, base + this.period);
    Object.assign(this.edges.style, { left: `${(first - base) / this.span * 100}%`, width, backgroundSize: `${this.period / parseFloat(width) / this.span * 1e4}% 6px` });
  }

  reading() {
    const shift = new DOMMatrix(getComputedStyle(this.moving).transform).f / this.moving.getBBox().height;
    return { at: this.level.drawnAt, level: this.bound * (1 - shift) };
  }

  dispose() { this.tape.dispose(); this.level?.cancel(); }
}
