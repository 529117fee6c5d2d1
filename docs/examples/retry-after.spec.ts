import { expect, test } from '@playwright/test';

const visualizer = process.env.VISUALIZER_URL ?? 'http://localhost:5080';

test('Retry-After is exactly long enough, and the page shows it', async ({ page, playwright }) => {
  // A sandbox of this test's own: its data by seed, its clock standing until we move it.
  const maker = await playwright.request.newContext();
  const made = await maker.post(`${visualizer}/api/sandboxes`, { data: { seed: 42, paused: true } });
  const { id } = await made.json();
  const http = await playwright.request.newContext({ baseURL: `${visualizer}/s/${id}/`, userAgent: 'my-test/1.0' });

  await page.goto(`${visualizer}/s/${id}/labs/rate-limiting?predicted=skip`);
  await page.locator('[data-lab-ready=true]').waitFor();

  // Ten pass, the eleventh is told when to come back.
  for (let i = 0; i < 10; i++) expect((await http.get('api/limits/token-bucket')).status()).toBe(200);
  const refused = await http.get('api/limits/token-bucket');
  expect(refused.status()).toBe(429);
  const seconds = Number(refused.headers()['retry-after']);

  // The page draws what came from outside, with its sender.
  await expect(page.getByTestId('refused-token-bucket')).toHaveText('1');
  await expect(page.getByTestId('wire-rows').getByRole('listitem').first()).toContainText('my-test/1.0');

  // Waiting is an order to the sandbox's clock, not a sleep.
  await http.post('sandbox/clock/advance', { data: { milliseconds: seconds * 1000 } });
  expect((await http.get('api/limits/token-bucket')).status()).toBe(200);
  await expect(page.getByTestId('exchange-count')).toHaveText('12 exchanges');

  // The lab's scenario, by the button that a learner presses.
  await page.getByRole('button', { name: 'Play the tape' }).click();
  await expect(page.getByTestId('most-fixed-window')).toHaveText('20');
  await expect(page.getByTestId('most-token-bucket')).toHaveText('10');

  // What the page shows is in the journal, too.
  const journal = await (await http.get('sandbox/events?after=0', { headers: { Accept: 'application/json' } })).json();
  expect(journal.events.map((e: { type: string }) => e.type)).toContain('request_rejected');

  await http.delete('sandbox');
});
