// What a user of the façade gets without further imports: findings, sources, Vietnamese text, exact
// numbers, values and the limits of a run. The stages themselves stay behind the façade.

@_exported import struct ThiDuaDomain.Explanation
@_exported import struct ThiDuaDomain.RulePlace
@_exported import enum ThiDuaDomain.WorkState
@_exported import struct ThiDuaMachine.Limits
@_exported import enum ThiDuaMachine.Value
@_exported import enum ThiDuaMachine.ValueKind
@_exported import ThiDuaNumber
@_exported import enum ThiDuaOffice.DocumentLayout
@_exported import struct ThiDuaOffice.ResultReport
@_exported import ThiDuaText
