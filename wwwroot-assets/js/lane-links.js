// What travels from lane to lane: a line that grows behind a small number, from the instant it left to the instant it arrives.
// Only transform and opacity move.

import { SizeOf } from './size-of.js';
import { Tape } from './lane-tape.js';
import { TimedAnimation } from './timed-animation.js';

const most = 500; // kept
const mostDrawn = 80;

export class LaneLinks {
  #links = new Map(); // id -> { from, at, to, due, number, parts }
  #frame = null; // where the lanes lie in the root, in px

  constructor(root, resized) {
    this.root = root;
    this.host = root.appendChild(Object.assign(document.createElement('div'), { className: 'links', ariaHidden: 'true', innerHTML: '<i class="now" hidden></i><div class="tape"></div>' }));
    const [line, strip] = this.host.children;
    [this.strip, this.tape] = [strip, new Tape([strip], line)];
    this.size = new SizeOf(root, () => { this.#frame = null; resized(); });
  }

  begin({ origin, span }) {
    [this.origin, this.span] = [origin, span];
    this.tape.begin({ origin, span });
    for (const link of this.#links.values()) this.#erase(link);
    this.#links.clear();
  }

  add(from, at, id, to, due, number) {
    const known = this.#links.get(id);
    if (known) this.#erase(known);
    this.#links.delete(id); // the newest stand last
    this.#links.set(id, { from, at, to, due, number });
    if (this.#links.size > most) {
      const [oldest, link] = this.#links.entries().next().value;
      this.#erase(link);
      this.#links.delete(oldest);
    }
  }

  show(view) {
    this.tape.show(view);
    const from = this.tape.viewFrom(view.now), to = from + this.span + view.ahead;
    const laid = !this.#frame || this.base !== this.tape.base;
    if (laid) this.#lay();
    const seen = new Set([...this.#links.values()].filter(l => l.due >= from && l.at <= to).slice(-mostDrawn));
    for (const link of this.#links.values()) {
      if (!seen.has(link)) this.#erase(link);
      else if (laid || !link.parts) this.#draw(link);
      for (const part of link.parts ?? []) if (view.stands) part.hold(this.origin + view.now); else part.run();
    }
  }

  #lay() {
    this.base = this.tape.base;
    const lanes = [...this.root.querySelectorAll('.row[data-lane] > .lane')], first = lanes[0];
    const top = first.offsetTop, bottom = lanes.at(-1).offsetTop + lanes.at(-1).offsetHeight;
    this.#frame = { width: first.offsetWidth, middles: lanes.map(lane => lane.offsetTop - top + lane.offsetHeight / 2) };
    Object.assign(this.host.style, { left: `${first.offsetLeft}px`, top: `${top}px`, width: `${first.offsetWidth}px`, height: `${bottom - top}px` });
  }

  #draw(link) {
    this.#erase(link);
    const { width, middles } = this.#frame, x = at => (at - this.base) / this.span * width;
    const [left, top] = [x(link.at), middles[link.from]], [dx, dy] = [x(link.due) - left, middles[link.to] - top];
    const turned = `rotate(${Math.atan2(dy, dx).toFixed(4)}rad)`;
    const line = this.#put('link', left, top, { width: `${Math.hypot(dx, dy).toFixed(1)}px` });
    const packet = this.#put('packet', left, top, {});
    packet.textContent = link.number;
    link.elements = [line, packet];
    link.parts = [new TimedAnimation(line), new TimedAnimation(packet)];
    const there = `translate(${dx.toFixed(1)}px, ${dy.toFixed(1)}px)`;
    link.parts[0].draw([{ transform: `${turned} scaleX(0)` }, { transform: `${turned} scaleX(1)` }], this.origin + link.at, link.due - link.at);
    link.parts[1].draw([{ transform: 'none', opacity: 1 }, { transform: there, opacity: 1, offset: 0.999 }, { transform: there, opacity: 0 }], this.origin + link.at, link.due - link.at);
  }

  #put(className, left, top, style) {
    const element = this.strip.appendChild(Object.assign(document.createElement('i'), { className }));
    Object.assign(element.style, { left: `${left.toFixed(1)}px`, top: `${top.toFixed(1)}px`, fontStyle: 'normal', ...style });
    return element;
  }

  #erase(link) {
    for (const part of link.parts ?? []) part.cancel();
    for (const element of link.elements ?? []) element.remove();
    link.parts = link.elements = null;
  }

  dispose() {
    this.tape.dispose();
    this.size.stop();
    for (const link of this.#links.values()) this.#erase(link);
    this.host.remove();
  }
}
