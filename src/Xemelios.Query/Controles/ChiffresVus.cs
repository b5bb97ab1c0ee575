using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Export.Pdf;
using Xemelios.Query.Rapprochements;
using Xemelios.Store.Gestion.Controles;

namespace Xemelios.Query.Controles;

/// <summary>What a visa sees of an état, of a nature or of a bulletin, and what has changed since.</summary>
public static class ChiffresVus
{
    private const int PrefixeDEmpreinte = 12;

    // In the order in which a change is told.
    private static readonly (string Cle, string Nom)[] Noms =
    [
        ("bulletins", "bulletins"), ("brut", "brut"), ("net", "net"), ("net_a_payer", "net à payer"), ("recalcule", "recalculé"), ("repartition", "répartition"),
        ("sans_nature", "sans nature"), ("mandats", "mandats"), ("mandate", "mandaté"), ("ecart_repartition", "écart de répartition"), ("ecart_mandat", "écart de mandat"),
    ];

    public static DonneesVues De(Rapprochement r, IEnumerable<string> fichiers) => new([.. fichiers], Chiffres(
        ("bulletins", Nombre(r.Etat.Bulletins)), ("brut", Texte(r.Etat.Brut)), ("net_a_payer", Texte(r.Etat.NetAPayer)), ("recalcule", Texte(r.Totaux.Recalcule)),
        ("repartition", Texte(r.Totaux.Repartition)), ("sans_nature", Texte(r.NonAttribue.Montant)), ("mandats", Nombre(r.Mandats.Count)), ("mandate", Texte(r.Totaux.Mandate)),
        ("ecart_repartition", Texte(r.Totaux.EcartRepartition)), ("ecart_mandat", Texte(r.Totaux.EcartMandat))));

    public static DonneesVues De(LigneRapprochee l, IEnumerable<string> fichiers) => new([.. fichiers], Chiffres(
        ("recalcule", Texte(l.Recalcule)), ("repartition", Texte(l.Repartition)), ("mandats", Nombre(l.Mandats.Count)), ("mandate", Texte(l.Mandate)),
        ("ecart_repartition", Texte(l.EcartRepartition)), ("ecart_mandat", Texte(l.EcartMandat))));

    public static DonneesVues DuBulletin(string volume, Montant? brut, Montant? net, Montant? netAPayer) =>
        new([volume], Chiffres(("brut", Texte(brut)), ("net", Texte(net)), ("net_a_payer", Texte(netAPayer))));

    /// <summary>What differs, in words: "mandaté : 1 850,10 € puis 1 862,44 €"; nothing when all is as it was seen.</summary>
    /// <param name="maintenant">Null when what was seen is no longer there.</param>
    public static IReadOnlyList<string> Comparer(DonneesVues vues, DonneesVues? maintenant) => maintenant is null
        ? ["ce qui a été visé n'est plus dans les données"]
        : [.. Fichiers(vues.Fichiers, maintenant.Fichiers),
            .. from n in Noms
               let avant = vues.Chiffres.GetValueOrDefault(n.Cle)
               let apres = maintenant.Chiffres.GetValueOrDefault(n.Cle)
               where avant is not null && apres is not null && avant != apres
               select $"{n.Nom} : {Dire(avant)} puis {Dire(apres)}"];

    /// <summary>What a page shows, in a few signs: a form gives it back, so that nobody signs what he has not seen.</summary>
    public static string Empreinte(IEnumerable<Suivi> suivis) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', suivis.Select(s =>
        $"{s.Cible.Nature}|{string.Join(',', s.Vues?.Fichiers ?? [])}|{string.Join(',', s.Vues?.Chiffres.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value) ?? [])}")))))[..PrefixeDEmpreinte];

    private static IEnumerable<string> Fichiers(IReadOnlyList<string> avant, IReadOnlyList<string> apres)
    {
        var retires = avant.Except(apres).Select(Court).ToList();
        var arrives = apres.Except(avant).Select(Court).ToList();
        if (retires.Count > 0)
            yield return $"fichier retiré ou remplacé : {string.Join(", ", retires)}";
        if (arrives.Count > 0)
            yield return $"fichier arrivé depuis : {string.Join(", ", arrives)}";
    }

    private static string Dire(string chiffre) => chiffre.Length == 0 ? "rien"
        : chiffre.Contains('.', StringComparison.Ordinal) ? TexteDeCellule.De(Montant.FromDecimal(decimal.Parse(chiffre, CultureInfo.InvariantCulture))) + "\u00A0€"
        : TexteDeCellule.De(int.Parse(chiffre, CultureInfo.InvariantCulture));

    private static string Court(string empreinte) => empreinte[..Math.Min(PrefixeDEmpreinte, empreinte.Length)];

    private static Dictionary<string, string> Chiffres(params (string Cle, string Valeur)[] chiffres) => chiffres.ToDictionary(c => c.Cle, c => c.Valeur, StringComparer.Ordinal);

    private static string Texte(Montant? montant) => montant?.ToDecimal().ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    private static string Nombre(int nombre) => nombre.ToString(CultureInfo.InvariantCulture);
}
