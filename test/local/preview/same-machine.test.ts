import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { sameMachine } from '../../../local/preview/same-machine.ts';

const app = new Hono().use(sameMachine).all('*', (context) => context.text('drawn'));
const statusFor = async (headers: Record<string, string>) => (await app.request('/', { headers })).status;

describe('the preview answers', () => {
  it('its own page, by either name of this machine', async () => {
    expect(await statusFor({ host: 'localhost:3000' })).toBe(200);
    expect(await statusFor({ host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' })).toBe(200);
  });

  it('no page from elsewhere that is open in the same browser', async () => {
    expect(await statusFor({ host: 'localhost:3000', origin: 'https://evil.example' })).toBe(403);
    expect(await statusFor({ host: 'localhost:3000', origin: 'http://localhost:8080' })).toBe(403);
  });

  it('no other name that was pointed at this machine', async () => {
    expect(await statusFor({ host: 'evil.example:3000' })).toBe(403);
    expect(await statusFor({ host: 'localhost.evil.example' })).toBe(403);
  });
});
