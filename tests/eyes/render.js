// Labels from standard input, one JSON object a line, drawn by two programs that are not ours.
import { createInterface } from "node:readline";
import { ready } from "zpl-renderer-js";
import { renderZpl } from "zplr/node";

const { api } = await ready;
for await (const line of createInterface({ input: process.stdin })) {
  const { zpl, width, height, density } = JSON.parse(line);
  const png = await api.zplToBase64Async(zpl, width / density, height / density, density);
  const { labels, diagnostics } = await renderZpl(zpl, { printDensity: density });
  const { raster } = labels[0];
  const told = diagnostics.filter((each) => each.severity !== "info").map((each) => each.message);
  const rows = Buffer.from(raster.data).toString("base64");
  console.log(JSON.stringify({ png, width: labels[0].width, height: labels[0].height, rows, told }));
}
