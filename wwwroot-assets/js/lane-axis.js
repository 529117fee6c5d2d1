// The axis above the lanes: seconds since the run's start, and the edges of the windows.

import { Tape } from './lane-tape.js';

const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600].map(s => s * 1000);

export class Axis {
  constructor(host) {
    this.host = host;
    host.innerHTML = '<div class="tape"></div><i class="now"></i>';
    [this.strip, this.line] = host.children;
    this.tape = new Tape(this.strip, this.line);
  }

  begin({ origin, span, edges }) {
    [this.origin, this.span] = [origin, span];
    this.tape.begin({ origin, span });
    this.labels = '';
    this.adjust(edges);
  }

  adjust(edges) { this.edges = edges; }

  show(view) {
    this.tape.show(view);
    const from = this.tape.viewFrom(view.now), to = from + this.span + view.ahead;
    const step = steps.find(s => s / this.span * this.host.clientWidth >= 64) ?? this.span;
    const labels = [];
    for (let at = Math.floor(from / step) * step; at <= to; at += step) labels.push({ at, text: `${+(at / 1000).toFixed(1)}${at % (4 * step) ? '' : ' s'}` });
    if (this.edges) for (const at of edgesBetween(this.edges, this.origin, from, to)) {
      const label = labels.find(l => Math.abs(l.at - at) < step / 4);
      if (label) { label.text += ' · window edge'; label.edge = true; } else labels.push({ at, text: 'window edge', edge: true, between: true });
    }
    const html = labels.map(l => `<i class="label${l.edge ? ' edge' : ''}${l.between ? ' between' : ''}" style="left:${((l.at - this.tape.base) / this.span * 100).toFixed(3)}%">${l.text}</i>`).join('');
    if (html !== this.labels) this.strip.innerHTML = this.labels = html;
  }

  dispose() { this.tape.dispose(); }
}

/** The instants (since 0 s) at which a window ends; windows are aligned to the Unix epoch of sandbox time. */
export function edgesBetween({ period }, origin, from, to) {
  const edges = [];
  for (let at = Math.ceil((origin + from) / period) * period - origin; at <= to; at += period) edges.push(at);
  return edges;
}
