// The marks of one lane: keeps the data (bounded), and elements only for what is in sight.

import { spread } from './mark-spread.js';

export const kinds = ['flight', 'ok', 'same', 'refused', 'failed', 'replayed', 'lost', 'departed', 'written', 'stale', 'backwards'];
const departed = kinds.indexOf('departed');
const most = 5000;

const shapes = {
  flight: '<rect x="-5" y="-2.5" width="10" height="5" rx="2.5"/>',
  ok: '<circle r="3.4"/>',
  same: '<path d="M-3.6 0h7.2"/>',
  refused: '<path d="M-2.8-2.8l5.6 5.6m0-5.6l-5.6 5.6"/>',
  failed: '<path d="M0-4l4 7.2h-8z"/>',
  replayed: '<circle r="2.8"/>',
  lost: '<path d="M-4 0h2.4m3.2 0h2.4"/>',
  departed: '<circle r="2.4"/>',
  written: '<path d="M0-5l5 5-5 5-5-5z"/>',
  stale: '<circle r="3"/>',
  backwards: '<path d="M4-4.4v8.8l-8-4.4z"/>',
};
const templates = Object.fromEntries(Object.entries(shapes).map(([name, shape]) => {
  const box = document.createElement('template');
  box.innerHTML = `<svg class="mark ${name}" viewBox="-6 -6 12 12" aria-hidden="true">${shape}</svg>`;
  return [name, box.content.firstChild];
}));

export class LaneMarks {
  #marks = []; // { at, kind, id }, in order of time
  #byId = new Map();
  #shown = new Map(); // key -> { element, kind, marks, x, y, base, width }

  constructor(host) { this.host = host; }

  add(kind, at, id) {
    const key = kind === departed ? -id : id;
    const known = this.#byId.get(key);
    if (known) { known.kind = kind; return; }
    const mark = { at, kind, id: key };
    this.#byId.set(key, mark);
    let place = this.#marks.length;
    while (place > 0 && this.#marks[place - 1].at > at) place--;
    this.#marks.splice(place, 0, mark);
    if (this.#marks.length > most) for (const old of this.#marks.splice(0, this.#marks.length - most)) this.#byId.delete(old.id);
  }

  /**
   * Draws what lies between two times.
   * @param view { from, to, base, span, size, walls }: times in ms; marks sit at a share of the lane's width plus what spreading adds
   * @returns the elements that are new, and those that made room: { element, kind, x, y } and { element, dx, dy }
   */
  show(view) {
    const px = at => (at - view.base) / view.span * view.size.width;
    const seen = this.#marks.filter(m => m.at >= view.from && m.at <= view.to);
    const stay = seen.filter(m => m.kind !== departed);
    const { dots, bundles } = spread(stay, px, view.walls.map(px), view.size.height, view.size.em);
    for (const mark of seen) if (mark.kind === departed) dots.push({ mark, x: px(mark.at), y: view.size.height - view.size.em / 3 });

    const round = { before: this.#shown, fresh: [], moved: [], view };
    this.#shown = new Map();
    for (const { mark, x, y } of dots) this.#put(round, `${mark.id}`, { kind: mark.kind, marks: [mark], x, y }, dot);
    for (const { kind, marks, x, y } of bundles) this.#put(round, `${marks[0].id}×`, { kind, marks, x, y }, bundle).textContent = marks.length;
    for (const { element } of round.before.values()) element.remove();
    return round;
  }

  clear() {
    this.#marks = [];
    this.#byId.clear();
    this.#shown.clear();
    this.host.replaceChildren();
  }

  // Keeps the element that is there, and its place while that is the same.
  #put({ before, fresh, moved, view }, key, piece, make) {
    const { kind, marks, x, y } = piece, known = before.get(key), { base, size: { width } } = view;
    before.delete(key);
    this.#shown.set(key, Object.assign(piece, { base, width, element: known?.kind === kind ? known.element : make(kind) }));
    const { element } = piece;
    if (!known) this.host.append(element);
    else if (known.element !== element) known.element.replaceWith(element);
    // What only went from dots to a bundle does not arrive a second time.
    if (!known && !marks.some(mark => mark.drawn)) fresh.push({ element, kind: kinds[kind], x, y });
    for (const mark of marks) mark.drawn = true;

    const sameScale = known?.base === base && known.width === width;
    if (known?.element === element && sameScale && known.x === x && known.y === y) return element;
    if (sameScale && (known.x !== x || known.y !== y)) moved.push({ element, dx: known.x - x, dy: known.y - y });
    element.style.left = `${(x / width * 100).toFixed(3)}%`; // a share: a wider window moves it by itself, and shapes stay whole
    element.style.top = `${y.toFixed(1)}px`;
    return element;
  }
}

const dot = kind => templates[kinds[kind]].cloneNode(true);
const bundle = kind => Object.assign(document.createElement('b'), { className: `bundle ${kinds[kind]}` });
