import type { ClientProof } from './client-proof';
import { OpenIdLogin } from './open-id-login';

interface Login {
  /** As addresses and accounts name it: `id-porten`. */
  readonly id: string;
  /** What people are asked to log in with. */
  readonly names: { readonly nb: string; readonly nn: string; readonly en: string };
  /** The identifier of the provider; `/.well-known/openid-configuration` lies below it. */
  readonly issuer: string;
  readonly clientId: string;
  /** OAuth scopes, `openid` among them. */
  readonly scope: string;
  /** Levels of assurance that are good enough, the one that is asked for first. None: whatever the provider has. */
  readonly acr: readonly string[];
  /**
   * `person`: the claim is a national id, and who logs in sees what is their own.
   * `account`: the claim is a name that an account was opened for.
   */
  readonly knows: 'person' | 'account';
  /** The claim of the ID token that says who it is. */
  readonly claim: string;
}

/** One way in which people log in: an OpenID provider, and what its answer is taken for. */
export type LoginSettings = Login & ClientProof;

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** The ways in which people log in here, in the order in which they are offered. */
export class Logins {
  private readonly byId: ReadonlyMap<string, OpenIdLogin>;
  private readonly root: string;

  /** @param baseUrl where the service is reached: providers send people back there. */
  constructor(
    readonly offered: readonly LoginSettings[],
    baseUrl: string,
  ) {
    this.root = baseUrl.replace(/\/+$/, '');
    this.byId = new Map(offered.map((settings) => [settings.id, new OpenIdLogin(settings, this.root)]));
  }

  find(id: string): LoginSettings | undefined {
    return this.byId.get(id)?.settings;
  }

  /**
   * The same address where the service is reached, for a browser of this machine that came by another name
   * (`127.0.0.1` for `localhost`): providers send it back there, and cookies do not follow from name to name.
   */
  sameAt(host: string, path: string): string | undefined {
    const wanted = new URL(this.root);
    const isLocal = LOCAL.test(host) && LOCAL.test(wanted.host);
    return isLocal && host !== wanted.host ? `${this.root}${path}` : undefined;
  }

  provider(id: string): OpenIdLogin | undefined {
    return this.byId.get(id);
  }
}
