// A real OpenID Connect provider for the tests: prints its issuer and runs until its input ends. Whoever signs in types
// the account as three words: subject, e-mail address (or -), and whether that is verified (yes or no).
import { createServer } from 'node:http';

// It warns of runtimes that it was not tried on, which says nothing about the service under test.
console.warn = () => undefined;
console.info = () => undefined;
const { Provider } = await import('oidc-provider');

const CLIENT = 'sovittu';
const SERVICE = /^http:\/\/(localhost|127\.0\.0\.1):\d+\/sign-in\/return$/;
const INTERACTION = /^\/interaction\/([\w-]+)(\/cancel)?$/;

const server = createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;

/** What was typed of each subject last. */
const accounts = new Map();

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: CLIENT,
      client_secret: 'a-secret-of-the-tests-alone',
      redirect_uris: ['http://localhost:8080/sign-in/return'],
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  cookies: { keys: ['a-key-of-the-tests-alone'] },
  features: { devInteractions: { enabled: false } },
  // The address in the userinfo only, as most providers tell it; "claims" puts it into the ID token.
  conformIdTokenClaims: process.argv[2] !== 'claims',
  pkce: { required: () => true },
  findAccount: (_, sub) => ({
    accountId: sub,
    claims: () => {
      const { email, verified } = accounts.get(sub);
      return { sub, name: sub, ...(email === '-' ? {} : { email, email_verified: verified }) };
    },
  }),
  // Whoever signs in has agreed.
  loadExistingGrant: async (context) => {
    const grant = new context.oidc.provider.Grant({
      clientId: context.oidc.client.clientId,
      accountId: context.oidc.session.accountId,
    });
    grant.addOIDCScope('openid email profile');
    await grant.save();
    return grant;
  },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
});
// The service's port is not known before it is started.
provider.Client.prototype.redirectUriAllowed = (uri) => SERVICE.test(uri);

const page = (uid) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Provider</title></head><body><main>
<h1>Provider</h1>
<form method="post" action="/interaction/${uid}">
<label>Account <input name="account" autocomplete="off"></label> <button>Sign in</button>
</form>
<a href="/interaction/${uid}/cancel">Cancel</a>
</main></body></html>`;

async function interact(request, response, [, uid, cancel]) {
  if (cancel !== undefined) {
    await provider.interactionFinished(request, response, { error: 'access_denied' });
  } else if (request.method === 'POST') {
    let form = '';
    for await (const part of request) form += part;
    const [sub, email, verified] = new URLSearchParams(form).get('account').split(' ');
    accounts.set(sub, { email, verified: verified === 'yes' });
    await provider.interactionFinished(request, response, { login: { accountId: sub } });
  } else {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(page(uid));
  }
}

const callback = provider.callback();
server.on('request', (request, response) => {
  const interaction = INTERACTION.exec(request.url);
  if (!interaction) {
    callback(request, response);
    return;
  }
  interact(request, response, interaction).catch((failure) => {
    response.statusCode = 400;
    response.end(String(failure));
  });
});

console.log(issuer);
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
