// The node-* packages spell `os` and `cpu` as strings, which pnpm ignores:
// it would download every platform. As arrays they filter; `libc` keeps the
// glibc builds off Alpine.
const nodeBinary = /^node-(?:bin-)?(?:linux|darwin|win)-/;
module.exports = {
  hooks: {
    readPackage(pkg) {
      if (nodeBinary.test(pkg.name)) {
        pkg.os = [pkg.os].flat();
        pkg.cpu = [pkg.cpu].flat();
        if (pkg.os.includes("linux")) pkg.libc = ["glibc"];
      }
      return pkg;
    },
  },
};
