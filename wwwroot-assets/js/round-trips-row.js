// One attempt as a row: a button that holds what it is and its legs as lines between columns. Everything is placed in shares of the
// width and in lines of text, so that no size needs to be asked for and none to be followed.

import { elapsed } from './elapsed.js';

const outcomes = ['flight', 'ok', 'same', 'refused', 'failed', 'replayed', 'lost'];
const weights = ['', 'thin', 'thick'];
const ends = { arrives: 0, passes: 1, stops: 2, lost: 3, waits: 4 };

/**
 * @param trip    as round-trips.js decoded it; each leg is given its line: { row, line, ends } with the elements that appear with it
 * @param columns the actors' titles
 */
export function drawRow(trip, columns) {
  const button = make('button', 'attempt', [make('span', 'meta', meta(trip)), ways(trip, columns)]);
  Object.assign(button, { type: 'button', tabIndex: -1 });
  button.dataset.number = trip.key;
  return make('li', trip.together ? 'trip together' : 'trip', [button]);
}

function meta({ title, count, at, sender, outside, together }) {
  return [
    make('b', 'name', title), count > 1 && make('b', 'count num', `×${count.toLocaleString('en')}`),
    make('span', 'when num', elapsed(at, at < 10_000 ? 3 : at < 100_000 ? 2 : 1)), make('span', outside ? 'who outside' : 'who', sender),
    together && make('span', 'sr-only', 'at the same time'),
  ];
}

function ways(trip, columns) {
  const { legs, notes } = trip, host = make('span', 'ways');
  let row = 0;
  legs.forEach((leg, i) => {
    const before = legs[i - 1];
    if (before && before.to !== before.from && Math.sign(leg.to - leg.from) !== Math.sign(before.to - before.from)) row++;
    leg.row = row;
    leg.appear = [];
    if (before && before.row !== row && before.to === leg.from) host.append(appears(leg, place('turn', leg.from, before.row)));
    host.append(line(leg, legs[i + 1], columns));
    if (leg.note) host.append(appears(leg, note(leg, before, legs[i + 1], columns)));
  });
  for (const { column, outcome, words } of notes) host.append(place(`aside ${outcomes[outcome]}`, column, 0, words));
  host.style.setProperty('--rows', Math.max(row + 1, trip.legs.at(-1)?.outcome === 0 ? 2 : 1)); // room for the answer
  host.classList.toggle('noted', legs.some(leg => leg.note));
  host.classList.toggle('tail', legs.some(leg => leg.note && leg.row === row));
  return host;
}

function line(leg, next, columns) {
  const left = Math.min(leg.from, leg.to), distance = Math.abs(leg.to - leg.from), end = Object.keys(ends)[leg.end];
  const stroke = make('i', 'line'), isLost = leg.end === ends.lost;
  const pill = (leg.label || isLost) && appears(leg, pillOf(leg.label || 'lost'));
  const mark = leg.end !== ends.arrives && !isLost && appears(leg, make('i', `mark ${next && leg.end === ends.stops ? outcomes[next.outcome] : ''}`));
  const element = place(`leg ${outcomes[leg.outcome]} ${weights[leg.weight]} ${end} ${leg.to < leg.from ? 'back' : 'go'}`, left, leg.row,
    [stroke, pill, make('span', 'sr-only', spoken(leg, columns[leg.to])), mark]);
  element.style.setProperty('--span', distance);
  leg.line = stroke;
  return element;
}

/** What travels; behind a line break, the same where there is little room. */
function pillOf(label) {
  const [full, brief] = label.split('\n');
  return make('span', 'pill', brief ? [make('span', 'full', full), make('span', 'brief', brief)] : full);
}

/** Beside the place where a leg ends. Where the trip turns there is room at its outer side; else below the line. */
function note(leg, before, next, columns) {
  const turns = next && next.row !== leg.row && leg.to !== columns.length - 1 && leg.to !== 0;
  const side = turns ? 'beyond' : leg.to === columns.length - 1 ? 'before' : leg.to === 0 ? 'beyond' : 'below';
  const tight = before?.note && before.row === leg.row ? 'tight' : '';
  return place(`note ${side} ${tight} ${outcomes[leg.noteOutcome]}`, leg.to, leg.row, leg.note);
}

const spoken = (leg, to) => [`to ${to}`, `passes ${to}`, `stopped at ${to}`, `lost on the way to ${to}`, `waits at ${to}`][leg.end];

function appears(leg, element) {
  leg.appear.push(element);
  return element;
}

function place(name, column, row, content) {
  const element = make('span', name, content);
  element.style.setProperty('--at', column);
  element.style.setProperty('--row', row);
  return element;
}

function make(tag, name, content = []) {
  const element = document.createElement(tag);
  element.className = name.trim();
  if (typeof content === 'string') element.textContent = content; else element.append(...content.filter(Boolean));
  return element;
}
