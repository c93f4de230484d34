import { join } from "node:path";
import { synthContoso } from "./instruments/contoso";
import { folderContent } from "./instruments/folder-content";

test("what main.ts writes is what was committed (npm run golden rewrites it; read the diff)", () => {
  const committed = folderContent(join(__dirname, "golden", "contoso"));
  const written = folderContent(synthContoso({ integrated: true }).stackDir);
  expect(Object.keys(written)).toEqual(Object.keys(committed));
  for (const [path, text] of Object.entries(written)) {
    expect({ path, text }).toEqual({ path, text: committed[path] });
  }
});
