// An animation whose current time is sandbox time. Clock rate is its playback rate, pause pauses it; the compositor does the rest.

import * as clock from './sandbox-clock.js';

export class TimedAnimation {
  #from = 0;

  constructor(element) {
    this.animation = new Animation(new KeyframeEffect(element, null, { fill: 'both', duration: 1 }));
  }

  /**
   * @param from     sandbox time of the first keyframe
   * @param duration sandbox milliseconds to the last
   */
  draw(keyframes, from, duration) {
    this.#from = from;
    this.animation.effect.setKeyframes(keyframes);
    this.animation.effect.updateTiming({ duration: Math.max(duration, 0.001) });
  }

  /** Runs with the clock. A start time set at once, instead of play(), spares the wait for the next frame. */
  run() {
    this.animation.updatePlaybackRate(clock.rate());
    const at = performance.now();
    this.animation.startTime = at - (clock.now(at) - this.#from) / clock.rate();
  }

  /** Stands still at an instant. */
  hold(at) {
    this.animation.pause();
    this.animation.currentTime = at - this.#from;
  }

  /** The sandbox time that is drawn in this frame. */
  get drawnAt() { return (this.animation.currentTime ?? 0) + this.#from; }

  cancel() { this.animation.cancel(); }
}
