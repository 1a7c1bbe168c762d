#Const App = "Microsoft Excel"
' Written by xlwings, changed by elevshare-addin build.
Function ELEVCHECK(name, Optional a1, Optional a2, Optional a3, Optional a4, Optional a5, Optional a6, Optional a7, Optional a8, Optional a9, Optional a10)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        ELEVCHECK = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVCHECK", Array(name, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10), ThisWorkbook, Application.Caller))
        Exit Function
    #Else
        ELEVCHECK = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVCHECK", Array(name, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10)))
        Exit Function
    #End If
failed:
    ELEVCHECK = ElevFailure(Err.Description)
End Function

Function ELEVCOEF(scheme, storey, Optional top_storey)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        ELEVCOEF = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVCOEF", Array(scheme, storey, top_storey), ThisWorkbook, Application.Caller))
        Exit Function
    #Else
        ELEVCOEF = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVCOEF", Array(scheme, storey, top_storey)))
        Exit Function
    #End If
failed:
    ELEVCOEF = CVErr(xlErrValue)
End Function

Function ELEVCOMP(scheme, cost, storeys, Optional areas, Optional first)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        ELEVCOMP = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVCOMP", Array(scheme, cost, storeys, areas, first), ThisWorkbook, Application.Caller))
        Exit Function
    #Else
        ELEVCOMP = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVCOMP", Array(scheme, cost, storeys, areas, first)))
        Exit Function
    #End If
failed:
    ELEVCOMP = CVErr(xlErrValue)
End Function

Function ELEVFUND(city, share, Optional subsidy_share)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        ELEVFUND = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVFUND", Array(city, share, subsidy_share), ThisWorkbook, Application.Caller))
        Exit Function
    #Else
        ELEVFUND = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVFUND", Array(city, share, subsidy_share)))
        Exit Function
    #End If
failed:
    ELEVFUND = CVErr(xlErrValue)
End Function

Function ELEVINSTALMENT(amount, months, Optional annual_rate)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        ELEVINSTALMENT = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVINSTALMENT", Array(amount, months, annual_rate), ThisWorkbook, Application.Caller))
        Exit Function
    #Else
        ELEVINSTALMENT = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVINSTALMENT", Array(amount, months, annual_rate)))
        Exit Function
    #End If
failed:
    ELEVINSTALMENT = CVErr(xlErrValue)
End Function

Function ELEVLATE(share, way, Optional months, Optional number, Optional free_years)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        ELEVLATE = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVLATE", Array(share, way, months, number, free_years), ThisWorkbook, Application.Caller))
        Exit Function
    #Else
        ELEVLATE = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVLATE", Array(share, way, months, number, free_years)))
        Exit Function
    #End If
failed:
    ELEVLATE = CVErr(xlErrValue)
End Function

Function ELEVLEASE(scheme, top_storey, flats_per_floor, storey, Optional months)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        ELEVLEASE = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVLEASE", Array(scheme, top_storey, flats_per_floor, storey, months), ThisWorkbook, Application.Caller))
        Exit Function
    #Else
        ELEVLEASE = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVLEASE", Array(scheme, top_storey, flats_per_floor, storey, months)))
        Exit Function
    #End If
failed:
    ELEVLEASE = CVErr(xlErrValue)
End Function

Function ELEVNET(cost, Optional subsidy, Optional compensation)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        ELEVNET = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVNET", Array(cost, subsidy, compensation), ThisWorkbook, Application.Caller))
        Exit Function
    #Else
        ELEVNET = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVNET", Array(cost, subsidy, compensation)))
        Exit Function
    #End If
failed:
    ELEVNET = CVErr(xlErrValue)
End Function

Function ELEVRANGE(scheme, storey, Optional top_storey, Optional bound)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        ELEVRANGE = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVRANGE", Array(scheme, storey, top_storey, bound), ThisWorkbook, Application.Caller))
        Exit Function
    #Else
        ELEVRANGE = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVRANGE", Array(scheme, storey, top_storey, bound)))
        Exit Function
    #End If
failed:
    ELEVRANGE = CVErr(xlErrValue)
End Function

Function ELEVSHARE(scheme, net_cost, storeys, Optional areas, Optional taking_part, Optional unit, Optional opt_out, Optional own_weights, Optional fixed, Optional carriers)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        ELEVSHARE = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVSHARE", Array(scheme, net_cost, storeys, areas, taking_part, unit, opt_out, own_weights, fixed, carriers), ThisWorkbook, Application.Caller))
        Exit Function
    #Else
        ELEVSHARE = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVSHARE", Array(scheme, net_cost, storeys, areas, taking_part, unit, opt_out, own_weights, fixed, carriers)))
        Exit Function
    #End If
failed:
    ELEVSHARE = CVErr(xlErrValue)
End Function

Function ELEVSOURCE(scheme, Optional what)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        ELEVSOURCE = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVSOURCE", Array(scheme, what), ThisWorkbook, Application.Caller))
        Exit Function
    #Else
        ELEVSOURCE = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVSOURCE", Array(scheme, what)))
        Exit Function
    #End If
failed:
    ELEVSOURCE = CVErr(xlErrValue)
End Function

Function ELEVUPKEEP(scheme, yearly_cost, storeys, Optional areas, Optional taking_part)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        ELEVUPKEEP = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVUPKEEP", Array(scheme, yearly_cost, storeys, areas, taking_part), ThisWorkbook, Application.Caller))
        Exit Function
    #Else
        ELEVUPKEEP = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVUPKEEP", Array(scheme, yearly_cost, storeys, areas, taking_part)))
        Exit Function
    #End If
failed:
    ELEVUPKEEP = CVErr(xlErrValue)
End Function

Function ELEVVOTE(rule, areas, took_part, agreed, Optional owner)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        ELEVVOTE = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVVOTE", Array(rule, areas, took_part, agreed, owner), ThisWorkbook, Application.Caller))
        Exit Function
    #Else
        ELEVVOTE = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "ELEVVOTE", Array(rule, areas, took_part, agreed, owner)))
        Exit Function
    #End If
failed:
    ELEVVOTE = CVErr(xlErrValue)
End Function

Function RMBUPPER(amount)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        RMBUPPER = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "RMBUPPER", Array(amount), ThisWorkbook, Application.Caller))
        Exit Function
    #Else
        RMBUPPER = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "RMBUPPER", Array(amount)))
        Exit Function
    #End If
failed:
    RMBUPPER = CVErr(xlErrValue)
End Function

Function SUBSIDY(scheme, cost, Optional top_storey, Optional reserved_shaft, Optional other_grant, Optional eligible_cost)
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        SUBSIDY = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "SUBSIDY", Array(scheme, cost, top_storey, reserved_shaft, other_grant, eligible_cost), ThisWorkbook, Application.Caller))
        Exit Function
    #Else
        SUBSIDY = ElevAnswer(XLPy.CallUDF("elevshare_addin.functions", "SUBSIDY", Array(scheme, cost, top_storey, reserved_shaft, other_grant, eligible_cost)))
        Exit Function
    #End If
failed:
    SUBSIDY = CVErr(xlErrValue)
End Function

