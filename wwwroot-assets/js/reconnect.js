// Starts the page's circuit and brings it back. The framework's dialog would cover the picture; this one only says what is going on.
const retryNow = new EventTarget();
const quick = 400, slowest = 5000, openWithin = 10_000, backFor = 2000;
let down = false, opened = false;

function show(state) {
  const banner = document.getElementById('reconnect');
  if (!banner) return;
  banner.dataset.state = state;
  for (const part of banner.querySelectorAll('[data-when]')) part.hidden = part.dataset.when !== state;
}

// A pause that "Try now", a page becoming visible and a network coming back cut short.
const pause = milliseconds => new Promise(resolve => {
  const timer = setTimeout(done, milliseconds);
  function done() { clearTimeout(timer); retryNow.removeEventListener('now', done); resolve(); }
  retryNow.addEventListener('now', done);
});

// Does the sandbox of this address still answer? 'there', 'gone', or 'away' when nobody answers.
async function probe() {
  try {
    const answer = await fetch(new URL('sandbox', document.baseURI), { cache: 'no-store', credentials: 'omit', headers: { Accept: 'application/json' } });
    return answer.ok ? 'there' : answer.status === 404 ? 'gone' : 'away';
  } catch {
    return 'away';
  }
}

function reload() {
  show('reload');
  location.reload();
}

async function comeBack() {
  down = true;
  show('lost');
  for (let attempt = 0; down; attempt++) {
    await pause(Math.min(attempt * quick, slowest));
    const sandbox = await probe();
    if (sandbox === 'away') continue;
    if (sandbox === 'gone') return reload(); // to the page that says so and starts a fresh one with the same settings
    if (!opened) return reload();
    try {
      // False: the server is there but has forgotten this circuit, as after a restart. All state is in the sandbox and the URL.
      if (!await Blazor.reconnect()) return reload();
    } catch { /* it went away again */ }
  }
}

function cameBack() {
  down = false;
  show('back');
  const error = document.getElementById('blazor-error-ui');
  if (error) error.style.display = 'none';
  setTimeout(() => { if (!down) show('up'); }, backFor);
}

document.addEventListener('click', event => { if (event.target.closest?.('#reconnect button')) retryNow.dispatchEvent(new Event('now')); });
document.addEventListener('visibilitychange', () => { if (!document.hidden) retryNow.dispatchEvent(new Event('now')); });
addEventListener('online', () => retryNow.dispatchEvent(new Event('now')));

Blazor.start({
  circuit: {
    reconnectionHandler: { onConnectionDown: () => { if (!down) comeBack(); }, onConnectionUp: cameBack },
    circuitHandlers: [{ onCircuitOpened: () => { opened = true; } }],
  },
});
// The document came but the circuit never did: the server went away in between.
setTimeout(() => { if (!opened && !down) comeBack(); }, openWithin);
