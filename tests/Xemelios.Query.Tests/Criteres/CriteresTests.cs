using System.Globalization;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Criteres;
using Xemelios.Query.Recherches;

namespace Xemelios.Query.Tests.Criteres;

/// <summary>Every criterion under every operator, set against plain values: same rows, same totals.</summary>
public sealed class CriteresTests(PayeSemee paye) : IClassFixture<PayeSemee>
{
    public static TheoryData<string> CriteresDeBulletins => [.. Sujet.Bulletins.Criteres().Select(c => c.Cle)];

    public static TheoryData<string> CriteresDeRepartition => [.. Sujet.Repartition.Criteres().Select(c => c.Cle)];

    [Fact]
    public void ChaqueCritereDeclareASonAttenteEtSonLibelle()
    {
        Assert.Equal(Sujet.Bulletins.Criteres().Select(c => (c.Cle, c.Libelle)).Order(), Oracle.Bulletins.Select(o => (o.Key, o.Value.Libelle)).Order());
        Assert.Equal(Sujet.Repartition.Criteres().Select(c => (c.Cle, c.Libelle)).Order(), Oracle.Repartition.Select(o => (o.Key, o.Value.Libelle)).Order());
    }

    [Theory]
    [MemberData(nameof(CriteresDeBulletins))]
    public void UnCritereTrouveSesBulletins(string cle)
    {
        var critere = Sujet.Bulletins.Trouver(cle)!;
        foreach (var test in Tests(critere, paye.Bulletins.SelectMany(b => Valeurs(cle, b))))
        {
            var attendus = paye.Bulletins.Where(b => Oracle.Repond(test, Valeurs(cle, b))).ToList();
            var texte = EcritureDeCriteres.Ecrire(test);
            var page = Chercher(new RechercheQuestion(Sujet.Bulletins, texte, "nom,net,brut", TaillePage: 500));
            Assert.True(attendus.Select(b => b.Cle).Order().SequenceEqual(page.Rangees.Select(r => (r.Bulletin!.Volume, r.Bulletin.Ordre)).Order()), texte);
            Assert.Equal(
                (texte, attendus.Count, Somme(attendus.Select(b => b.Net)), Somme(attendus.Select(b => b.BrutRetenu))),
                (texte, page.Totaux.Nombre, Lire(page.Totaux.Cellules[1]), Lire(page.Totaux.Cellules[2])));
        }
    }

    [Theory]
    [MemberData(nameof(CriteresDeBulletins))]
    public void UnCritereTrouveSesLignes(string cle)
    {
        var critere = Sujet.Lignes.Trouver(cle)!;
        foreach (var test in Tests(critere, paye.Bulletins.SelectMany(b => Valeurs(cle, b))))
        {
            var attendues = paye.Bulletins.SelectMany(b => b.Lignes.Where(l => Oracle.Repond(test, Valeurs(cle, b, l))).Select(l => (Bulletin: b, Ligne: l))).ToList();
            var texte = EcritureDeCriteres.Ecrire(test);
            var page = Chercher(new RechercheQuestion(Sujet.Lignes, texte, "montant,unites", TaillePage: 500));
            Assert.Equal(
                (texte, attendues.Count, Somme(attendues.Select(a => a.Ligne.Montant(a.Bulletin.Fichier))), Somme(attendues.Select(a => a.Ligne.Unites))),
                (texte, page.Totaux.Nombre, Lire(page.Totaux.Cellules[0]), Lire(page.Totaux.Cellules[1])));
            if (attendues.Count <= 500)
                Assert.True(attendues.Select(a => (a.Bulletin.Cle, a.Ligne.Position)).Order().SequenceEqual(page.Rangees.Select(r => ((r.Bulletin!.Volume, r.Bulletin.Ordre), r.Position!.Value)).Order()), texte);
        }
    }

    [Theory]
    [MemberData(nameof(CriteresDeRepartition))]
    public void UnCritereTrouveSesRangsDeRepartition(string cle)
    {
        var critere = Sujet.Repartition.Trouver(cle)!;
        var rangs = paye.Fichiers.SelectMany(f => f.Repartition.Select(r => (Fichier: f, Rang: r))).ToList();
        foreach (var test in Tests(critere, rangs.Select(r => Oracle.Repartition[cle].Valeur(r.Fichier, r.Rang))))
        {
            var attendus = rangs.Where(r => Oracle.Repond(test, [Oracle.Repartition[cle].Valeur(r.Fichier, r.Rang)])).Select(r => r.Rang).ToList();
            var texte = EcritureDeCriteres.Ecrire(test);
            var page = Chercher(new RechercheQuestion(Sujet.Repartition, texte, "montant,code", TaillePage: 500));
            Assert.Equal((texte, attendus.Count, Somme(attendus.Select(r => r.Montant))), (texte, page.Totaux.Nombre, Lire(page.Totaux.Cellules[0])));
            Assert.Equal(attendus.Select(r => r.Code).Order(), page.Rangees.Select(r => (string?)r.Cellules[1]).Order());
        }
    }

    /// <summary>Each operator, with values that the data hold and one that they do not.</summary>
    private static IEnumerable<Test> Tests(Critere critere, IEnumerable<object?> valeurs)
    {
        var textes = valeurs.Where(v => v is not null and not "").Distinct().Select(v => EnTexte(critere, v!)).Order(StringComparer.Ordinal).ToList();
        var choisies = textes.Count <= 3 ? textes : [textes[0], textes[textes.Count / 2], textes[^1]];
        foreach (var operateur in critere.Operateurs)
        {
            switch (operateur.Valeurs())
            {
                case 0:
                    yield return new Test(critere, operateur, []);
                    break;
                case 2:
                    yield return new Test(critere, operateur, [choisies[0], choisies[^1]]);
                    yield return new Test(critere, operateur, [choisies[^1], choisies[0]]);
                    break;
                case null:
                    yield return new Test(critere, operateur, choisies);
                    break;
                default:
                    foreach (var valeur in choisies.Select(v => Couper(critere, operateur, v)).Concat(Etrangeres(critere)))
                        yield return new Test(critere, operateur, [valeur]);
                    break;
            }
        }
    }

    // A beginning, a middle, other letters: what people type.
    private static string Couper(Critere critere, Operateur operateur, string valeur) => critere.Genre switch
    {
        GenreDeCritere.Mots => string.Join(' ', valeur.ToUpperInvariant().Split(' ').Reverse().Select(m => m[..Math.Min(3, m.Length)])),
        _ when operateur == Operateur.CommencePar => valeur[..((valeur.Length + 1) / 2)].ToLowerInvariant(),
        _ when operateur == Operateur.Contient => valeur[(valeur.Length / 3)..].Trim() is { Length: > 0 } fin ? fin.ToUpperInvariant() : valeur,
        GenreDeCritere.Texte when operateur == Operateur.Egal => valeur.ToUpperInvariant(),
        _ => valeur,
    };

    private static IEnumerable<string> Etrangeres(Critere critere) => critere.Genre switch
    {
        GenreDeCritere.Texte or GenreDeCritere.Liste or GenreDeCritere.Mots => ["100%_l'inconnu \"nommé\" \\"],
        GenreDeCritere.Mois => ["1999-12"],
        GenreDeCritere.Date => ["1999-12-31"],
        GenreDeCritere.Presence => [],
        _ => ["-123456.78"],
    };

    private static string EnTexte(Critere critere, object valeur) => valeur switch
    {
        decimal nombre => nombre.ToString(CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => (string)valeur,
    };

    private static IEnumerable<object?> Valeurs(string cle, BulletinConnu bulletin)
    {
        var attente = Oracle.Bulletins[cle];
        return attente.DuBulletin?.Invoke(bulletin) ?? bulletin.Lignes.SelectMany(l => attente.DeLaLigne!(bulletin, l));
    }

    private static IEnumerable<object?> Valeurs(string cle, BulletinConnu bulletin, LigneConnue ligne) =>
        Oracle.Bulletins[cle] is { DuBulletin: { } duBulletin } ? duBulletin(bulletin) : Oracle.Bulletins[cle].DeLaLigne!(bulletin, ligne);

    private static decimal Somme(IEnumerable<decimal?> valeurs) => valeurs.Sum(v => v ?? 0);

    private static decimal Lire(object? total) => total switch
    {
        null => 0,
        Domain.Valeurs.Montant montant => montant.ToDecimal(),
        _ => (decimal)total,
    };

    private PageDeResultat Chercher(RechercheQuestion question) => question.Executer(paye.Entrepot.Connexion, Perimetre.Complet);
}
