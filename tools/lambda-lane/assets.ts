import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

/** A function as the CloudFormation template names it, with the folder that would be uploaded. */
export interface FunctionAsset {
  /** Logical id without its hash: `Api`, `Webhook`, … */
  readonly name: string;
  readonly folder: string;
  readonly handler: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
}

const functionSchema = z.object({
  Type: z.literal('AWS::Lambda::Function'),
  Properties: z.object({ Handler: z.string(), Timeout: z.number(), MemorySize: z.number() }),
  Metadata: z.object({ 'aws:asset:path': z.string() }),
});
const templateSchema = z.object({ Resources: z.record(z.string(), z.unknown()) });

/** Every function of a synthesised stack, by name. */
export function functionAssets(cloudAssembly: string): ReadonlyMap<string, FunctionAsset> {
  const file = path.join(cloudAssembly, 'DealStageInsights.template.json');
  const { Resources } = templateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const assets = Object.entries(Resources).flatMap(([logicalId, resource]) => {
    const parsed = functionSchema.safeParse(resource);
    if (!parsed.success) return [];
    const { Properties, Metadata } = parsed.data;
    return {
      name: logicalId.replace(/[0-9A-F]{8}$/, ''),
      folder: path.resolve(cloudAssembly, Metadata['aws:asset:path']),
      handler: Properties.Handler,
      timeoutMs: Properties.Timeout * 1000,
      memoryMb: Properties.MemorySize,
    };
  });
  return new Map(assets.map((asset) => [asset.name, asset]));
}
