<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- Names of keys as they stand on the keys; laid over Qt's own translation. Compiled with: pyside6-lrelease keys_zh_CN.ts -->
<TS version="2.1" language="zh_CN">
<context>
    <name>QShortcut</name>
    <message><source>Return</source><translation>Enter</translation></message>
    <message><source>Enter</source><translation>Enter</translation></message>
    <message><source>PgDown</source><translation>PgDn</translation></message>
    <message><source>Space</source><translation>空格</translation></message>
    <message><source>Up</source><translation>↑</translation></message>
    <message><source>Down</source><translation>↓</translation></message>
</context>
</TS>
