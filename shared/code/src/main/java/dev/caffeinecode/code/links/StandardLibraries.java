package dev.caffeinecode.code.links;

import java.util.List;
import java.util.Set;

/** Which modules come with a language, so that nobody has to declare them. */
final class StandardLibraries {
    /** Modules of Python 3 that programs use most (The Python Standard Library, docs.python.org/3/library). */
    private static final Set<String> PYTHON = Set.of(
            ("__future__ abc argparse array ast asyncio atexit base64 binascii bisect builtins bz2 calendar cgi cmath cmd"
                            + " code codecs collections colorsys compileall concurrent configparser contextlib contextvars copy"
                            + " copyreg csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest email encodings"
                            + " enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc getopt"
                            + " getpass gettext glob graphlib grp gzip hashlib heapq hmac html http imaplib imp importlib inspect"
                            + " io ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math mimetypes"
                            + " mmap modulefinder msvcrt multiprocessing netrc numbers operator optparse os pathlib pdb pickle"
                            + " pkgutil platform plistlib poplib posixpath pprint profile pty pwd py_compile pydoc queue random"
                            + " re readline reprlib resource runpy sched secrets select selectors shelve shlex shutil signal site"
                            + " smtplib socket socketserver sqlite3 ssl stat statistics string stringprep struct subprocess sys"
                            + " sysconfig syslog tarfile telnetlib tempfile termios textwrap threading time timeit tkinter token"
                            + " tokenize tomllib trace traceback tracemalloc tty turtle types typing unicodedata unittest urllib"
                            + " uuid venv warnings wave weakref webbrowser winreg wsgiref xml xmlrpc zipapp zipfile zipimport"
                            + " zlib zoneinfo _thread _typeshed")
                    .split(" "));

    /** Built-in modules of Node.js (nodejs.org/api). */
    private static final Set<String> NODE = Set.of(
            ("assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain"
                            + " events fs http http2 https inspector module net os path perf_hooks process punycode querystring"
                            + " readline repl stream string_decoder sys test timers tls trace_events tty url util v8 vm wasi"
                            + " worker_threads zlib")
                    .split(" "));

    /** Libraries that come with Ruby (docs.ruby-lang.org). */
    private static final Set<String> RUBY = Set.of(
            ("abbrev base64 benchmark bigdecimal bundler cgi coverage csv date delegate digest drb English erb etc fcntl"
                            + " fiddle fileutils find forwardable getoptlong io ipaddr irb json logger matrix minitest monitor"
                            + " mutex_m net nkf objspace observer open3 openssl open-uri optparse ostruct pathname pp prettyprint"
                            + " prime pstore psych pty racc rbconfig rdoc readline reline resolv rexml rinda ripper securerandom"
                            + " set shellwords singleton socket stringio strscan syslog tempfile thread time timeout tmpdir tsort"
                            + " un unicode_normalize uri weakref win32ole yaml zlib")
                    .split(" "));

    private static final Set<String> RUST = Set.of("std", "core", "alloc", "proc_macro", "test");

    private static final List<String> JVM =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "kotlin.", "scala.", "org.w3c.dom", "org.xml.sax");

    private static final Set<String> SWIFT = Set.of(
            ("Swift Foundation FoundationNetworking Dispatch Darwin Glibc UIKit AppKit SwiftUI Combine CoreData CoreFoundation"
                            + " CoreGraphics CoreLocation CoreImage CoreMedia AVFoundation QuartzCore Security SystemConfiguration"
                            + " XCTest Testing os ObjectiveC MapKit StoreKit WebKit Network CryptoKit MobileCoreServices"
                            + " UniformTypeIdentifiers")
                    .split(" "));

    private StandardLibraries() {}

    static boolean has(Family family, String module) {
        return switch (family) {
            case PYTHON -> PYTHON.contains(module);
            case SCRIPT -> NODE.contains(module) || module.startsWith("node:");
            case RUBY -> RUBY.contains(module);
            case RUST -> RUST.contains(module);
            case GO -> !module.contains(".") || module.equals("C");
            case JVM -> JVM.stream().anyMatch((module + ".")::startsWith);
            case CSHARP -> module.equals("System") || module.startsWith("System.");
            case SWIFT -> SWIFT.contains(module);
            case C, PHP, SHELL -> false;
        };
    }
}
