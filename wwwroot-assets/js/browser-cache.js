// Requests from the learner's own browser, with its real HTTP cache, and what it says about them. Resource Timing tells where an
// answer came from: nothing transferred is the browser's own copy, less than the body is a 304, the rest travelled as a whole.

const patience = 2000; // ms: the entry is written a moment after the body was read

/**
 * Gets an address once.
 * @returns what BrowserReport holds
 */
export async function get(address, path, attempt) {
  const url = new URL(address, location).href, timing = entryOf(url, performance.now());
  const report = { attempt, path, status: 0, transferBytes: null, bodyBytes: 0, version: null, cacheControl: '', ageSeconds: 0, realMs: 0 };
  try {
    const response = await fetch(url, { credentials: 'omit', headers: { 'Demo-Attempt': attempt } });
    const text = await response.text();
    const entry = await timing;
    report.status = response.status;
    report.bodyBytes = new TextEncoder().encode(text).length;
    report.transferBytes = entry ? entry.transferSize : null;
    report.version = versionIn(text);
    report.cacheControl = (response.headers.get('Cache-Control') ?? '').slice(0, 200);
    report.ageSeconds = Number(response.headers.get('Age')) || 0;
  } catch {
    // No answer: the connection was cut. The server's journal tells how far the request came.
  }
  report.realMs = Date.now();
  return report;
}

// The observer sees every entry, also when the page's buffer of them is full.
function entryOf(url, after) {
  return new Promise(resolve => {
    const observer = new PerformanceObserver(list => {
      const entry = list.getEntries().find(candidate => candidate.name === url && candidate.startTime >= after);
      if (entry) end(entry);
    });
    const timer = setTimeout(() => end(null), patience);
    const end = entry => {
      clearTimeout(timer);
      observer.disconnect();
      resolve(entry);
    };
    observer.observe({ type: 'resource' });
  });
}

function versionIn(text) {
  try {
    return JSON.parse(text).version ?? null;
  } catch {
    return null;
  }
}
