// An OpenID provider on loopback that insists on PKCE and takes anybody at their word: the name given at its
// sign-in form is the e-mail address, verified unless it begins with "unverified".
// Usage: node provider.js PORT ADDRESS_OF_THE_APP CLIENT_SECRET
import Provider from "oidc-provider";

// Debian 12 has Node 18, which lacks it
URL.parse ??= (text) => (URL.canParse(text) ? new URL(text) : null);

const [port, app, secret] = process.argv.slice(2);

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: "quorate",
      client_secret: secret,
      redirect_uris: [`${app}/oauth2callback`],
      post_logout_redirect_uris: [`${app}/oauth2callback`],
    },
  ],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  conformIdTokenClaims: false,
  cookies: { keys: [secret] },
  pkce: { required: () => true },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: id, email_verified: !id.startsWith("unverified"), name: id }),
  }),
});

provider.use(async (ctx, next) => {
  if (ctx.path === "/favicon.ico") return (ctx.status = 204);
  await next();
  // its forms would fetch a font from the internet
  if (typeof ctx.body === "string") ctx.body = ctx.body.replace(/@import url\([^)]*\);/g, "");
});
provider.listen(Number(port), "127.0.0.1");
