using System.Text;

namespace Xemelios.Samples;

/// <summary>XHL that must be refused with a reason, within seconds and bounded memory. The large ones are streamed.</summary>
public static class XhlHostiles
{
    private const string Ouverture = "<n:DocumentPaye xmlns:n=\"http://www.minefi.gouv.fr/cp/helios/pes_v2/paye_1_1\">";

    /// <summary>An external entity that names a local file.</summary>
    public static byte[] EntiteExterne() => Utf8(
        $"<?xml version=\"1.0\"?>\n<!DOCTYPE n [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n{Ouverture}<IdVer V=\"1.1\"/><Annee V=\"2026\"/><Mois V=\"03\"/><Employeur><Nom>&x;</Nom></Employeur></n:DocumentPaye>");

    /// <summary>An external DTD over HTTP.</summary>
    public static byte[] DtdExterne() => Utf8(
        $"<?xml version=\"1.0\"?>\n<!DOCTYPE n SYSTEM \"http://127.0.0.1:9/paye.dtd\">\n{Ouverture}</n:DocumentPaye>");

    /// <summary>Nine entities of ten each: a billion laughs.</summary>
    public static byte[] ExpansionDEntites()
    {
        var texte = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE n [<!ENTITY e0 \"rire\">");
        for (var i = 1; i <= 9; i++)
            texte.Append("<!ENTITY e").Append(i).Append(" \"").Insert(texte.Length, $"&e{i - 1};", 10).Append("\">");
        return Utf8($"{texte}]>\n{Ouverture}<Employeur><Nom>&e9;</Nom></Employeur></n:DocumentPaye>");
    }

    /// <summary>One attribute of so many megabytes.</summary>
    public static void AttributGeant(Stream flux, int megaoctets = 60)
    {
        flux.Write(Utf8($"<?xml version=\"1.0\"?>\n{Ouverture}<IdVer V=\""));
        var bloc = new byte[1 << 20];
        Array.Fill(bloc, (byte)'a');
        for (var i = 0; i < megaoctets; i++)
            flux.Write(bloc);
        flux.Write("\"/></n:DocumentPaye>"u8);
    }

    /// <summary>Elements nested so deep.</summary>
    public static void Profondeur(Stream flux, int profondeur = 200_000)
    {
        using var sortie = new StreamWriter(flux, leaveOpen: true);
        sortie.Write($"<?xml version=\"1.0\"?>\n{Ouverture}");
        for (var i = 0; i < profondeur; i++)
            sortie.Write("<a>");
        for (var i = 0; i < profondeur; i++)
            sortie.Write("</a>");
        sortie.Write("</n:DocumentPaye>");
    }

    /// <summary>A valid file cut at that part of its length.</summary>
    public static byte[] Tronque(byte[] xhl, int pourcent = 60) => xhl[..(int)((long)xhl.Length * pourcent / 100)];

    /// <summary>Random bytes.</summary>
    public static byte[] OctetsAuHasard(ulong graine, int nombre = 4_096) => new Hasard(graine).Octets(nombre);

    /// <summary>Well-formed XML that is not payroll.</summary>
    public static byte[] AutreRacine() => Utf8("<?xml version=\"1.0\"?>\n<Facture><Numero V=\"1\"/></Facture>");

    private static byte[] Utf8(string texte) => Encoding.UTF8.GetBytes(texte);
}
