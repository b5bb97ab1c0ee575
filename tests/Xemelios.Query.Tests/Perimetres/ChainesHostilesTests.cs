using System.Data.Common;
using System.Globalization;
using System.Text;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Agents;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Comparaisons;
using Xemelios.Query.Criteres;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Export;
using Xemelios.Query.ExportsConfigures;
using Xemelios.Query.Filters;
using Xemelios.Query.Mandats;
using Xemelios.Query.Nomenclatures;
using Xemelios.Query.Recherche;
using Xemelios.Query.Recherches;
using Xemelios.Query.Sources;
using Xemelios.Domain.Paye;

namespace Xemelios.Query.Tests.Perimetres;

/// <summary>Ten thousand seeded hostile strings: refused with our own words or answered inside the perimeter, never an error of the tables.</summary>
public sealed class ChainesHostilesTests : IDisposable
{
    private const int Nombre = 10_000;

    private static readonly string[] Morceaux =
    [
        "'", "\"", "\"\"", "';--", "/*", "*/", "--", ";", "\\", "%", "_", "$1", "$siret", "${x}", "{0}", "{montant}", "{fichier}", "{paire}", "' OR '1'='1", "\" OR 1=1 --", "1; DROP TABLE volume", "UNION SELECT nir FROM agent",
        "SELECT", "NULL", "<script>alert(1)</script>", "../../etc/passwd", "..\\..\\", "\u0000", "\u202E", "\u200F", "\uD800", "\uDC00x", "😀", "é", "e\u0301", "İ", "ß", "ﬀ", "\r\n", "\t", " ", "(", ")", "((", "et", "ou", "pas ", "ligne(",
        "=", "==", "!=", ">=", "<", "^=", "*=", "parmi", "entre", "vide", "nom", "montant", "rubrique", "mois", "2026-13", "999999999999999999999999999", "-1", "1e308", "NaN", "0x41", ",", "-", "21990001200019", "00",
    ];

    private static readonly Perimetre Etroit = Perimetre.Limite([new BudgetPermis(DossierMarque.Commune, "00", new MoisDePaye(2026, 1))]);

    private readonly DossierMarque _dossier = new();
    private readonly List<string> _chaines = Tirer();

    public void Dispose() => _dossier.Dispose();

    [Fact]
    public void LesLecteursDAdressesLesLisentOuLesRefusent()
    {
        foreach (var chaine in _chaines)
        {
            Permettre(() => Sujet.Bulletins.Lire(chaine));
            Permettre(() => Sujet.Lignes.Lire($"nom={chaine}"));
            Permettre(() => Colonnes.Choisir(Sujet.Bulletins, chaine, Condition.Tout));
            Permettre(() => FiltresDeBulletins.Condition([new CritereDeRecherche("mois", chaine), new CritereDeRecherche(chaine, "x")]));
            Permettre(() => ChampsDExport.Choisir(Sujet.Bulletins, [chaine]));
            _ = (MoisDePaye.TryParse(chaine, out _), CodeBudget.Cle(chaine), AxesDeLiquidation.LireChaine(chaine), RecherchesPredefinies.Lire(chaine), SortesDeChangement.Lire(chaine), CheminDeLigne.Lire(chaine),
                ExportDeLignesQuestion.Lire(chaine), CodeDeConfiguration.EstPossible(chaine), CodeDeConfiguration.LireSujet(chaine), EcrituresDeTable.Lire(chaine), NomDeFichier.Sur(chaine));
        }
    }

    [Fact]
    public void DesParenthesesSansFinSontRefusees()
    {
        foreach (var texte in (string[])[new('(', 200_000), string.Concat(Enumerable.Repeat("pas ", 100_000)), string.Concat(Enumerable.Repeat("ligne(", 50_000))])
            Assert.Throws<CritereIllisibleException>(() => Sujet.Bulletins.Lire(texte));
    }

    [Fact]
    public void PlusDeCriteresQuUneDemandeNEnTientSontRefusesAvantLesTables()
    {
        Assert.Equal("QST-0006", Assert.Throws<TropDeCriteresException>(() => Sujet.Bulletins.Lire(string.Join(" et ", Enumerable.Repeat("nom=a", 50_000)))).Code);
        foreach (var texte in (string[])[string.Join(" ou ", Enumerable.Repeat("rubrique=2000", 100)), string.Join(" et ", Enumerable.Repeat("ligne(rubrique=2000 et montant>1)", 50))])
            Permettre(() => new RechercheQuestion(Sujet.Bulletins, texte).Executer(_dossier.Entrepot.Connexion, Etroit));
    }

    /// <summary>Each string is the value of a criterion, some of them together in each statement: a fifth of the strings, the readers take them all.</summary>
    [Fact]
    public void CommeValeursDeCriteresEllesNeTrouventRienHorsDuPerimetre()
    {
        var criteres = Sujet.Bulletins.Criteres().ToList();
        var rang = 0;
        foreach (var paquet in _chaines.Where((_, i) => i % 5 == 0).Chunk(20))
        {
            var tests = paquet.Select(chaine =>
            {
                var critere = criteres[rang++ % criteres.Count];
                var operateur = critere.Operateurs[rang % critere.Operateurs.Count];
                return (Condition)new Test(critere, operateur, [.. Enumerable.Repeat(chaine, operateur.Valeurs() ?? 1)]);
            }).Where(t => ((Test)t).Valeurs.All(v => ((Test)t).Critere.Lire(v) is not null)).ToList();
            var texte = EcritureDeCriteres.Ecrire(new Ou(tests));
            Permettre(() => Verifier(new RechercheQuestion(rang % 300 < 100 ? Sujet.Lignes : Sujet.Bulletins, texte, "matricule,mois,service").Executer(_dossier.Entrepot.Connexion, Etroit)));
        }
    }

    [Fact]
    public void CommeParametresDeChaqueQuestionEllesNeMontrentRien()
    {
        var questions = Questions();
        foreach (var (rang, chaine) in _chaines.Where((_, i) => i % 50 == 0).Index())
            Permettre(() => Verifier(questions[rang % questions.Length](chaine, _dossier.Entrepot.Connexion)));
    }

    private Func<string, DbConnection, object?>[] Questions() =>
    [
        (s, c) => new RechercheQuestion(Sujet.Bulletins, "", s).Executer(c, Etroit), (s, c) => new RechercheQuestion(Sujet.Bulletins, "", "matricule,mois", s).Executer(c, Etroit),
        (s, c) => new GroupementQuestion(Sujet.Bulletins, "", s).Executer(c, Etroit), (s, c) => new RechercheQuestion(Sujet.Lignes, s).Executer(c, Etroit),
        (s, c) => new ValeursPresentesQuestion(Sujet.Bulletins, "service", s).Executer(c, Etroit), (s, c) => new ValeursPresentesQuestion(Sujet.Bulletins, "service", "", s).Executer(c, Etroit),
        (s, c) => new ChercherQuestion(s, s).Executer(_dossier.AgentsConnus, _dossier.Textes, c, Etroit), (s, c) => new SourceQuestion(s).Executer(c, Etroit),
        (s, c) => new EtatLiquidatifQuestion(new DemandeDEtat(s, Mars, s, s), AxeDEtat.Nature).Executer(c, Etroit), (s, c) => new EtatsQuestion(s, s, null, s).Executer(c, Etroit),
        (s, c) => new MandatsQuestion(s, 2026).Executer(c, Etroit), (s, c) => new DossierDAgentQuestion(s, s).Executer(c, Etroit), (s, c) => new DossierDAgentQuestion(DossierMarque.Commune, s).Executer(c, Etroit),
        (s, c) => BulletinQuestion.DUnAgent(s, Mars, s).Executer(c, Etroit), (s, c) => BulletinQuestion.ALAdresse(new AdresseDeBulletin(s, 1)).Executer(c, Etroit),
        (s, c) => new QuoiDeNeufQuestion(DossierMarque.Commune, new MoisDePaye(2026, 2), Budget: s).Executer(c, Etroit), (s, c) => new NomenclaturesQuestion(DossierMarque.Commune, SorteDeNomenclature.Rubrique, Texte: s).Executer(c, Etroit),
        (s, c) => new EtatEmboiteQuestion(new DemandeDEtat(DossierMarque.Commune, new MoisDePaye(2026, 2), "00"), s.Length % 2 == 0 ? s : "nature,agent", s).Executer(c, Etroit), (s, c) => new MoisPayesQuestion(s, s, s).Executer(c, Etroit),
        (s, c) => new SuggestionsQuestion(s).Executer(c, Etroit),
        (s, c) => new MandatsQuestion().Executer(c, Perimetre.Limite([new BudgetPermis(s, s)])),
    ];

    private static readonly MoisDePaye Mars = new(2026, 3);

    // Everything in the folder says of which part it is.
    private void Verifier(object? reponse)
    {
        var interdites = _dossier.Volumes.Keys.Where(p => !p.EstDans(Etroit)).Select(p => p.Marque).ToList();
        foreach (var feuille in Feuilles.De(reponse).Where(f => !f.StartsWith("/Phrase", StringComparison.Ordinal)))
            Assert.DoesNotContain(interdites, marque => feuille.Contains(marque, StringComparison.Ordinal));
    }

    private static void Permettre(Action essai)
    {
        try
        {
            essai();
        }
        catch (QuestionRefuseeException)
        {
            // Refused in our own words.
        }
    }

    private static List<string> Tirer()
    {
        var hasard = new Random(20260815);
        return [.. Enumerable.Range(0, Nombre).Select(i => i % 1000 == 0 ? Long(hasard) : Court(hasard))];
    }

    private static string Court(Random hasard)
    {
        var texte = new StringBuilder();
        for (var n = hasard.Next(1, 7); n > 0; n--)
            texte.Append(hasard.Next(4) == 0 ? ((char)hasard.Next(1, 0xFFFF)).ToString(CultureInfo.InvariantCulture) : Morceaux[hasard.Next(Morceaux.Length)]);
        return texte.ToString();
    }

    private static string Long(Random hasard) => string.Concat(Enumerable.Repeat(Court(hasard), 3_000));
}
