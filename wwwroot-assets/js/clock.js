// The running digits of the sandbox clock: one shared loop for all of them. It wakes when the last digit changes and not before,
// rests while the clock stands or the page is hidden, and with motion off wakes once a second.

import * as clock from './sandbox-clock.js';
import { followMotion, still } from './motion.js';

const shown = new Set();
const digit = 100; // sandbox ms
const calmStep = 1000, frame = 16; // real ms
let waiting = 0, timer = 0;

/** Shows the clock in an element. @param page the component that knows the server's real time */
export function mount(element, page) {
  const synchronise = () => document.hidden || clock.synchronise(() => page.invokeMethodAsync('RealTime')).catch(() => { /* the circuit is away; it stays as it was */ });
  document.addEventListener('visibilitychange', synchronise);
  shown.add(element);
  return {
    synchronise,
    set: clock.set,
    dispose() {
      document.removeEventListener('visibilitychange', synchronise);
      shown.delete(element);
    },
  };
}

function write() {
  const text = new Date(clock.now()).toISOString().slice(11, 21); // 11:00:10.1
  for (const element of shown) if (element.textContent !== text) element.textContent = text;
}

function run() {
  cancelAnimationFrame(waiting);
  clearTimeout(timer);
  write();
  if (clock.paused() || document.hidden || shown.size === 0) return;
  const next = still() ? calmStep : (digit - clock.now() % digit) / clock.rate();
  if (next > frame) timer = setTimeout(run, next); else waiting = requestAnimationFrame(run);
}

clock.follow(run);
followMotion(run);
document.addEventListener('visibilitychange', run);
