// The axis above the lanes: seconds since the run's start, and where windows end.

import { Tape } from './lane-tape.js';
import { SizeOf } from './size-of.js';

const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600].map(s => s * 1000);
const labelRoom = 5.3, nameRoom = 8; // em

export class Axis {
  constructor(host, resized) {
    host.innerHTML = '<div class="tape"></div><i class="now"></i>';
    [this.strip, this.line] = host.children;
    this.size = new SizeOf(host, resized);
    this.tape = new Tape([this.strip], this.line);
  }

  begin({ origin, span }) {
    [this.origin, this.span] = [origin, span];
    this.tape.begin({ origin, span });
    this.#clear();
  }

  /** The lane whose windows the axis names, if any. */
  adjust(windows) { this.windows = windows; }

  show(view) {
    this.tape.show(view);
    if (this.base !== this.tape.base) this.#clear();
    const from = this.tape.viewFrom(view.now), to = from + this.span + view.ahead, before = this.labels;
    this.labels = new Map();
    this.#ticks(before, from, to);
    if (this.windows) this.#edges(before, from, to);
    for (const label of before.values()) label.remove();
  }

  #ticks(before, from, to) {
    const step = steps.find(s => s / this.span * this.size.width >= labelRoom * this.size.em) ?? this.span;
    for (let at = Math.floor(from / step) * step; at <= to; at += step) this.#label(before, at, 'tick', `${+(at / 1000).toFixed(1)} s`);
  }

  #edges(before, from, to) {
    const { period } = this.windows, roomy = period / this.span * this.size.width >= nameRoom * this.size.em;
    for (const at of edgesBetween(period, this.origin, from, to)) this.#label(before, at, 'edge', roomy ? 'window edge' : '');
  }

  #label(before, at, kind, text) {
    const key = `${kind} ${at} ${text}`;
    let label = before.get(key);
    if (label) before.delete(key);
    else {
      label = Object.assign(document.createElement('i'), { className: kind, textContent: text });
      label.style.left = `${((at - this.tape.base) / this.span * 100).toFixed(3)}%`;
      this.strip.append(label);
    }
    this.labels.set(key, label);
  }

  #clear() {
    this.base = this.tape.base;
    this.labels = new Map();
    this.strip.replaceChildren();
  }

  dispose() { this.tape.dispose(); this.size.stop(); }
}

/** The instants (ms since 0 s) at which a window ends; windows are aligned to the Unix epoch of sandbox time. */
export function edgesBetween(period, origin, from, to) {
  const edges = [];
  for (let at = Math.ceil((origin + from) / period) * period - origin; at <= to; at += period) edges.push(at);
  return edges;
}
