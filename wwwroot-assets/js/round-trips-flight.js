// How an attempt travels: a capsule leaves the client, its line grows behind it, it stops where it was stopped and comes back with its
// status. Only transform and opacity move. What happened one after another travels one after another, what was sent at once at once.
// Under way it goes at the clock's pace and stands when the clock is paused; a request that meets a standing clock arrives all the same.

import * as clock from './sandbox-clock.js';

const ease = 'cubic-bezier(.22,.8,.3,1)';
const enter = 180, leave = 120;
const least = 120, across = 480, turn = 140; // ms of a leg: what each takes, what the whole width adds; and the wait where it turns
const atOnce = 12; // flights of one burst; more than these only appear
const between = 60; // from one of a burst to the next
const patience = 4000; // ms: what waits longer than this for its turn appears at once

export class Flights {
  #under = new Map(); // key -> { animations, hurry, at }
  #free = 0; // performance.now() at which the last turn ends
  #stood = clock.paused();

  /** @param heads the columns' heads */
  constructor(heads) { this.heads = heads; }

  /**
   * @param rows    { item, trip, before } in order; those of a burst follow each other with `trip.together`
   * @param columns how many
   * @param follow  told each row that sets out
   */
  start(rows, columns, follow) {
    const now = performance.now(), turns = [];
    this.columns = columns;
    for (const row of rows) {
      row.plan = timetable(row.trip.legs, columns);
      if (row.before) this.#continue(row, follow);
      else if (row.trip.together && turns.length) turns.at(-1).push(row);
      else turns.push([row]);
    }
    const whole = turns.reduce((sum, burst) => sum + Math.max(...burst.map(row => row.plan.length)), 0);
    const hurry = Math.max(1, (Math.max(0, this.#free - now) + whole) / patience); // a long series goes quicker
    for (const burst of turns) {
      const wait = Math.max(0, this.#free - now);
      if (wait > patience) return follow(turns.at(-1).at(-1).item);
      burst.slice(0, atOnce).forEach((row, i) => this.#fly(row, wait + i * between, hurry, follow));
      this.#free = now + wait + Math.max(...burst.map(row => row.plan.length)) / hurry / pace();
    }
  }

  /** The clock's rate, and the moment when it is paused or goes on, hold for whatever is under way. */
  followClock() {
    const turned = this.#stood !== clock.paused();
    this.#stood = clock.paused();
    for (const { animations, hurry } of this.#under.values())
      for (const animation of animations) {
        animation.updatePlaybackRate(pace() * hurry);
        if (turned && clock.paused()) animation.pause();
        else if (turned && animation.playState === 'paused') animation.play();
      }
  }

  /** Everything is where it ends. */
  land() {
    for (const { animations } of this.#under.values()) animations.forEach(animation => animation.finish());
    this.#under.clear();
    this.#free = 0;
  }

  // More is known about one that is drawn already: it goes on from where it is.
  #continue(row, follow) { // and is followed where it has not yet set out
    const { trip, before, plan } = row, flight = this.#under.get(trip.key);
    const known = before.trip.legs.findIndex((leg, i) => leg.code !== trip.legs[i]?.code);
    const news = plan.legs[known < 0 ? before.trip.legs.length : known];
    if (!news) { if (flight) this.#fly(row, 0, flight.hurry, follow, flight.at()); return; }
    this.#fly(row, 0, flight?.hurry ?? 1, follow, flight ? Math.min(flight.at(), news.from) : news.from);
  }

  /** @param from ms of its own time at which it sets in; below 0 it waits */
  #fly(row, wait, hurry, follow, from = -wait * hurry) {
    const { item, trip, plan } = row, host = item.querySelector('.ways'), animations = [];
    const add = (element, frames, delay, duration, fill = 'backwards', easing = ease) => {
      const animation = element.animate(frames, { delay, duration, easing, fill });
      animations.push(animation);
      return animation;
    };
    if (from < enter) add(item, [{ opacity: 0 }, { opacity: 1 }], 0, enter).finished.then(() => follow?.(item), () => { /* landed or replaced */ });
    trip.legs.forEach((leg, i) => {
      const { from: begins, takes } = plan.legs[i];
      add(leg.line, [{ transform: 'scaleX(0)' }, { transform: 'none' }], begins, takes);
      for (const element of leg.appear) add(element, [{ opacity: 0 }, { opacity: 1 }], begins + takes * 0.7, enter);
      if (takes > 0) this.#capsule(add, host, leg, begins, takes);
    });
    for (const aside of host.querySelectorAll('.aside')) add(aside, [{ opacity: 0 }, { opacity: 1 }], plan.length, enter);
    this.#heads(add, trip, plan);
    for (const animation of animations) {
      animation.updatePlaybackRate(pace() * hurry);
      animation.currentTime = from;
    }
    const flight = { animations, hurry, at: () => Number(animations[0].currentTime ?? 0) };
    const old = this.#under.get(trip.key);
    old?.animations.forEach(animation => animation.cancel());
    this.#under.set(trip.key, flight);
    Promise.allSettled(animations.map(animation => animation.finished)).then(() => { if (this.#under.get(trip.key) === flight) this.#under.delete(trip.key); });
  }

  #capsule(add, host, leg, begins, takes) {
    const carrier = document.createElement('i');
    carrier.className = `carrier ${leg.line.parentElement.classList[1]}`;
    carrier.append(document.createElement('i'));
    host.append(carrier);
    carrier.style.setProperty('--row', leg.row);
    const reach = leg.end === 3 ? 0.5 : 1; // lost half way
    const x = share => `translateX(${(((leg.from + (leg.to - leg.from) * share) + 0.5) / this.columns * 100).toFixed(2)}%)`;
    const frames = [{ transform: x(0), opacity: 1 }, { transform: x(reach), opacity: 1 }];
    const flight = add(carrier, frames, begins, takes, 'none');
    const gone = () => carrier.remove();
    flight.finished.then(gone, gone);
  }

  // A head's mood shows when the request gets there, not before.
  #heads(add, trip, plan) {
    const heads = this.heads.querySelectorAll('.actor'), reached = new Map();
    trip.legs.forEach((leg, i) => reached.set(leg.to, plan.legs[i].from + plan.legs[i].takes));
    for (const { column } of trip.notes) if (!reached.has(column)) reached.set(column, plan.length);
    for (const [column, at] of reached)
      for (const part of heads[column]?.querySelectorAll('.mood, .says') ?? []) add(part, [{ opacity: 0 }, { opacity: 1 }], at, enter);
  }
}

/** When each leg begins and how long it takes: it depends on what came before alone, so that more legs change nothing. */
function timetable(legs, columns) {
  let at = 0;
  const times = legs.map((leg, i) => {
    const distance = Math.abs(leg.to - leg.from), takes = distance && least + across * distance / Math.max(1, columns - 1);
    if (i > 0 && legs[i - 1].row !== leg.row) at += turn;
    const time = { from: at, takes };
    at += takes;
    return time;
  });
  return { legs: times, length: at + leave };
}

/** Slower with the clock, within what still reads as one movement: 400 to 700 ms for a way. */
const pace = () => Math.min(1.3, Math.max(0.75, Math.sqrt(clock.rate())));
