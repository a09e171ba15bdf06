import { createServer } from 'node:http';
import { listenLocally, type Listening } from '../../../local/listen-locally.ts';

/** Secrets Manager as far as GetSecretValue goes: one secret, whatever the name. */
export async function startSecretsStub(secret: Readonly<Record<string, string>>): Promise<Listening> {
  const server = createServer((request, response) => {
    const isRead = request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue';
    response.writeHead(isRead ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(
      JSON.stringify(isRead ? { SecretString: JSON.stringify(secret) } : { __type: 'InvalidRequestException' }),
    );
  });
  return listenLocally(server);
}
