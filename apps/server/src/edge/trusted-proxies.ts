import { BlockList } from "node:net";
import { Failure } from "@termwise/core/kernel";
import { plainAddress } from "./ip-address.ts";

/** Says whether an address belongs to a proxy whose word about its callers is believed. */
export type IsTrusted = (address: string) => boolean;

/** Reads `TRUSTED_PROXY`, a comma list of addresses and networks (`10.0.0.0/8`); nobody is trusted when it is not set. */
export function trustedProxies(setting: string | undefined): IsTrusted {
  const list = new BlockList();
  for (const entry of (setting ?? "").split(",").map((text) => text.trim())) {
    if (entry !== "") add(list, entry);
  }
  return (address) => {
    const plain = plainAddress(address);
    return plain !== null && list.check(plain.address, plain.family);
  };
}

function add(list: BlockList, entry: string): void {
  const [address = "", size, ...more] = entry.split("/");
  const plain = plainAddress(address);
  const bits = plain?.family === "ipv4" ? 32 : 128;
  const prefix = size === undefined ? bits : /^\d{1,3}$/.test(size) ? Number(size) : Number.NaN;
  // A network of everybody would let anybody name their own address.
  if (plain === null || more.length > 0 || !(prefix >= 1 && prefix <= bits))
    throw new Failure(
      "bad_input",
      `TRUSTED_PROXY must list addresses or networks such as 10.0.0.5 or 10.0.0.0/8, separated by commas; "${entry}" is neither`,
    );
  list.addSubnet(plain.address, prefix, plain.family);
}
