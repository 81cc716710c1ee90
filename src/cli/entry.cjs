#!/usr/bin/env node
// The program's first file, kept to what any Node can parse: it checks the version, then starts the bundle
// from its V8 code cache. A cache made by another Node is rejected by V8 itself, and the text is compiled.
'use strict';
(function start() {
  var wanted = [20, 19];
  var found = process.versions.node.split('.').map(Number);
  if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
    process.stderr.write(
      'ringtool: needs Node ' + wanted.join('.') + ' or newer; this is ' + process.versions.node + '\n',
    );
    process.exitCode = 12;
    return;
  }
  var fs = require('fs');
  var vm = require('vm');
  var path = require('path');

  /** Runs a bundle of this folder as a CommonJS module. */
  function load(name) {
    var file = path.join(__dirname, name + '.js');
    var source = fs.readFileSync(file, 'latin1'); // esbuild writes ASCII only
    var cachedData;
    try {
      cachedData = fs.readFileSync(path.join(__dirname, name + '.cache'));
    } catch (_) {
      cachedData = undefined;
    }
    var script = new vm.Script(source, { filename: file, cachedData: cachedData });
    var module = { exports: {} };
    script.runInThisContext()(module.exports, requireFrom, module, file, __dirname);
    module.script = script;
    return module;
  }

  /** Our two bundles by name; a package of the second as `ringtool:packages/NAME`; all else is Node's. */
  var loaded = {};
  function requireFrom(id) {
    if (id.slice(0, 9) !== 'ringtool:') return require(id);
    var slash = id.indexOf('/');
    var bundle = slash < 0 ? id : id.slice(0, slash);
    loaded[bundle] = loaded[bundle] || load(bundle.slice(9));
    return slash < 0 ? loaded[bundle].exports : loaded[bundle].exports(id.slice(slash + 1));
  }

  if (require.main === module) requireFrom('ringtool:main').start();
  else module.exports = { require: requireFrom, loaded: loaded };
})();
